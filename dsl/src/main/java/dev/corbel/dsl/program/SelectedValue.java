package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import org.jspecify.annotations.Nullable;

/** A part of a value that is not known yet. */
public final class SelectedValue extends Deferred {
    private final Deferred base;
    private final Object key;
    private final boolean soft;
    private final SourceRange range;

    /** @param soft whether the part is null where it is not there; else that is an error */
    public SelectedValue(Deferred base, Object key, boolean soft, SourceRange range) {
        this.base = base;
        this.key = key;
        this.soft = soft;
        this.range = range;
    }

    public Deferred base() {
        return base;
    }

    /** A name or a position. */
    public Object key() {
        return key;
    }

    /** The part of a base that is known. */
    public @Nullable Object of(@Nullable Object known) {
        return Access.element(known, key, soft, null, range);
    }

    public boolean isSoft() {
        return soft;
    }

    public SourceRange range() {
        return range;
    }

    @Override
    protected Deferred source() {
        return base;
    }

    @Override
    public String display() {
        return base.display() + "[" + key + "]";
    }

    @Override
    public Object property(String name, boolean mayMiss, SourceRange where) {
        return new SelectedValue(this, name, mayMiss, where);
    }

    @Override
    public Object index(Object next, boolean mayMiss, SourceRange where) {
        return new SelectedValue(this, next, mayMiss, where);
    }
}
