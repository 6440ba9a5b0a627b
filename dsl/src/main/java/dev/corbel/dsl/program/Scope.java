package dev.corbel.dsl.program;

import org.jspecify.annotations.Nullable;

/** The variables of one run through a piece of code, and the block that its declarations go to. */
public final class Scope {
    private final @Nullable Scope parent;
    private final @Nullable Object[] slots;
    private final Receiver receiver;
    private final Program program;

    private Scope(@Nullable Scope parent, int size, Receiver receiver, Program program) {
        this.parent = parent;
        this.slots = new @Nullable Object[size];
        this.receiver = receiver;
        this.program = program;
    }

    /** The outermost scope of a file or function. */
    static Scope of(Program program, Receiver receiver, int size) {
        return new Scope(null, size, receiver, program);
    }

    /** A scope inside this one. */
    Scope inner(int size) {
        return new Scope(this, size, receiver, program);
    }

    /** A scope inside this one whose declarations go to another block. */
    Scope inner(int size, Receiver other) {
        return new Scope(this, size, other, program);
    }

    @Nullable
    Scope parent() {
        return parent;
    }

    /** The same variables in a scope of its own. */
    Scope copy(@Nullable Scope around, Receiver other) {
        Scope copy = new Scope(around, slots.length, other, program);
        System.arraycopy(slots, 0, copy.slots, 0, slots.length);
        return copy;
    }

    Receiver receiver() {
        return receiver;
    }

    Program program() {
        return program;
    }

    @Nullable
    Object get(int hops, int index) {
        return up(hops).slots[index];
    }

    void set(int hops, int index, @Nullable Object value) {
        up(hops).slots[index] = value;
    }

    Scope up(int hops) {
        Scope scope = this;
        for (int i = 0; i < hops; i++) {
            scope = java.util.Objects.requireNonNull(scope.parent);
        }
        return scope;
    }
}
