package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.AbsentPart;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A known value that must not be shown, so code may pass it on but not look at it. */
public final class SensitiveText extends Deferred {
    private final String name;
    private final @Nullable Object value;

    /** @param name as messages call it, such as {@code variable.password} */
    public SensitiveText(String name, @Nullable Object value) {
        this.name = name;
        this.value = value;
    }

    /** The value inside, in plain Groovy values. */
    public @Nullable Object value() {
        return value;
    }

    @Override
    public String display() {
        return name;
    }

    @Override
    public Object property(String property, boolean soft, SourceRange range) {
        return new SensitiveText(
                name + "." + property,
                quietly(property, range, () -> Access.property(value, property, soft, null, range)));
    }

    @Override
    public Object index(Object key, boolean soft, SourceRange range) {
        return new SensitiveText(
                name + "[" + key + "]",
                quietly(String.valueOf(key), range, () -> Access.element(value, key, soft, null, range)));
    }

    /** Reads a part; where there is none, the error tells nothing of those that there are. */
    private @Nullable Object quietly(String part, SourceRange range, Supplier<@Nullable Object> reading) {
        try {
            return reading.get();
        } catch (DiagnosticsException telling) {
            throw new DiagnosticsException(
                    AbsentPart.key(name, part, Optional.empty()).at(range));
        }
    }
}
