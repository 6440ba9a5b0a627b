package dev.corbel.dsl.resolve;

import dev.corbel.dsl.program.Deferred;
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
}
