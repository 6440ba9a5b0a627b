package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;

/** The value that a closure will make of another one once that is known: {@code ref.map { … }}. */
public final class MappedValue extends Deferred {
    private final Deferred input;
    private final Code closure;
    private final SourceRange range;

    public MappedValue(Deferred input, Code closure, SourceRange range) {
        this.input = input;
        this.closure = closure;
        this.range = range;
    }

    public Deferred input() {
        return input;
    }

    public Code closure() {
        return closure;
    }

    public SourceRange range() {
        return range;
    }

    @Override
    protected Deferred source() {
        return input;
    }

    @Override
    public String display() {
        return input.display() + ".map { … }";
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
