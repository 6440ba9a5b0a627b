package dev.corbel.dsl.resolve;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.SelectedValue;
import dev.corbel.providers.api.diagnostic.SourceRange;
import org.jspecify.annotations.Nullable;

/** A value that may be shown, whatever it is made of. */
public final class ShownValue extends Deferred {
    private final @Nullable Object value;
    private final SourceRange range;

    public ShownValue(@Nullable Object value, SourceRange range) {
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
        return "nonsensitive(…)";
    }

    @Override
    public Object property(String name, boolean soft, SourceRange where) {
        return new SelectedValue(this, name, soft, where);
    }

    @Override
    public Object index(Object key, boolean soft, SourceRange where) {
        return new SelectedValue(this, key, soft, where);
    }
}
