package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
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

    /** What it holds, in plain Groovy values. */
    public @Nullable Object value() {
        return value;
    }

    @Override
    public String display() {
        return name;
    }

    @Override
    public Object property(String property, SourceRange range) {
        return new SensitiveText(name + "." + property, Dispatch.property(value, property, range));
    }

    @Override
    public Object index(Object key, SourceRange range) {
        return new SensitiveText(name + "[" + key + "]", Dispatch.index(value, key, range));
    }

    @Override
    public @Nullable Object call(String method, @Nullable Object[] arguments, SourceRange range) {
        if (method.equals("map") && arguments.length == 1 && arguments[0] instanceof Code closure) {
            return new MappedValue(this, closure, range);
        }
        return super.call(method, arguments, range);
    }
}
