package dev.corbel.dsl.resolve;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.SelectedValue;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first of several values that does not fail when it becomes known. */
public final class AttemptedValue extends Deferred {
    private final List<@Nullable Object> options;
    private final SourceRange range;

    public AttemptedValue(List<@Nullable Object> options, SourceRange range) {
        this.options = options;
        this.range = range;
    }

    List<@Nullable Object> options() {
        return options;
    }

    SourceRange range() {
        return range;
    }

    @Override
    public String display() {
        return "attempt(…)";
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
