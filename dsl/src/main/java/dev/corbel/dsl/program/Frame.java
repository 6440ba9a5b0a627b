package dev.corbel.dsl.program;

import org.jspecify.annotations.Nullable;

/** The variables of one run through a piece of code, and the block that its declarations go to. */
public final class Frame {
    private final @Nullable Frame parent;
    private final @Nullable Object[] slots;
    private final Receiver receiver;
    private final Program program;

    private Frame(@Nullable Frame parent, int size, Receiver receiver, Program program) {
        this.parent = parent;
        this.slots = new @Nullable Object[size];
        this.receiver = receiver;
        this.program = program;
    }

    /** The outermost frame of a file or function. */
    static Frame of(Program program, Receiver receiver, int size) {
        return new Frame(null, size, receiver, program);
    }

    /** A frame inside this one. */
    Frame inner(int size) {
        return new Frame(this, size, receiver, program);
    }

    /** A frame inside this one whose declarations go to another block. */
    Frame inner(int size, Receiver other) {
        return new Frame(this, size, other, program);
    }

    @Nullable
    Frame parent() {
        return parent;
    }

    /** The same variables in a frame of its own. */
    Frame copy(@Nullable Frame around, Receiver other) {
        Frame copy = new Frame(around, slots.length, other, program);
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

    Frame up(int hops) {
        Frame frame = this;
        for (int i = 0; i < hops; i++) {
            frame = java.util.Objects.requireNonNull(frame.parent);
        }
        return frame;
    }
}
