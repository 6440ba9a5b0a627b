package dev.corbel.dsl.scope;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.providers.api.diagnostic.SourceRange;
import org.jspecify.annotations.Nullable;

/** The name {@code variable}, of which only {@code variable.NAME} means something. */
public final class VariableRoot extends Deferred {
    private final Variables variables;

    public VariableRoot(Variables variables) {
        this.variables = variables;
    }

    @Override
    public String display() {
        return "variable";
    }

    @Override
    public @Nullable Object property(String name, boolean soft, SourceRange range) {
        return variables.read(name, range);
    }

    @Override
    public @Nullable Object index(Object key, boolean soft, SourceRange range) {
        return variables.read(String.valueOf(key), range);
    }
}
