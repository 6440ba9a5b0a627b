package dev.corbel.dsl.scope;

import dev.corbel.dsl.model.VariableDeclaration;
import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.SensitiveText;
import dev.corbel.dsl.program.SharedValues;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.Value;
import org.jspecify.annotations.Nullable;

/** A variable with the value of this run, as code sees it. */
public final class Variable {
    private final String name;
    private final Type type;
    private final @Nullable Object value;
    private final boolean given;
    private final boolean sensitive;
    private final String description;
    private final SourceRange range;
    private boolean revealed;

    public Variable(
            String name,
            Type type,
            @Nullable Object value,
            boolean given,
            boolean sensitive,
            String description,
            SourceRange range) {
        this.name = name;
        this.type = type;
        this.value = SharedValues.of(value);
        this.given = given;
        this.sensitive = sensitive;
        this.description = description;
        this.range = range;
    }

    public String name() {
        return name;
    }

    SourceRange range() {
        return range;
    }

    public boolean isSensitive() {
        return sensitive;
    }

    /** Lets code see the value while it runs, even a sensitive one. */
    public void reveal(Runnable code) {
        revealed = true;
        try {
            code.run();
        } finally {
            revealed = false;
        }
    }

    @Nullable
    Object visible() {
        return sensitive && !revealed && !(value instanceof Deferred)
                ? new SensitiveText("variable." + name, value)
                : value;
    }

    public VariableDeclaration declaration() {
        Value known = PlainValues.value(value).orElse(Value.unknown());
        return new VariableDeclaration(
                name, type, sensitive ? Value.sensitive(known) : known, given, sensitive, description, range);
    }
}
