package dev.corbel.dsl.resolve;

import dev.corbel.dsl.program.Code;
import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.MappedValue;
import dev.corbel.providers.api.diagnostic.SourceRange;
import org.jspecify.annotations.Nullable;

/** The JSON text of a value in which something is not known yet, or must not be shown. */
public final class EncodedValue extends Deferred {
    private final @Nullable Object value;
    private final SourceRange range;

    public EncodedValue(@Nullable Object value, SourceRange range) {
        this.value = value;
        this.range = range;
    }

    @Nullable
    Object value() {
        return value;
    }

    SourceRange range() {
        return range;
    }

    @Override
    public String display() {
        return "jsonencode(…)";
    }

    @Override
    public @Nullable Object call(String method, @Nullable Object[] arguments, SourceRange where) {
        if (method.equals("map") && arguments.length == 1 && arguments[0] instanceof Code closure) {
            return new MappedValue(this, closure, where);
        }
        return super.call(method, arguments, where);
    }
}
