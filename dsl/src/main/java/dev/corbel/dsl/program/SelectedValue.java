package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import org.jspecify.annotations.Nullable;

/** A part of a value that is not known yet. */
public final class SelectedValue extends Deferred {
    private final Deferred base;
    private final Object key;
    private final SourceRange range;

    public SelectedValue(Deferred base, Object key, SourceRange range) {
        this.base = base;
        this.key = key;
        this.range = range;
    }

    public Deferred base() {
        return base;
    }

    /** A name or a position. */
    public Object key() {
        return key;
    }

    public SourceRange range() {
        return range;
    }

    @Override
    public String display() {
        return base.display() + "[" + key + "]";
    }

    @Override
    public Object property(String name, SourceRange where) {
        return new SelectedValue(this, name, where);
    }

    @Override
    public Object index(Object next, SourceRange where) {
        return new SelectedValue(this, next, where);
    }

    @Override
    public @Nullable Object call(String method, @Nullable Object[] arguments, SourceRange where) {
        if (method.equals("map") && arguments.length == 1 && arguments[0] instanceof Code next) {
            return new MappedValue(this, next, where);
        }
        return super.call(method, arguments, where);
    }
}
