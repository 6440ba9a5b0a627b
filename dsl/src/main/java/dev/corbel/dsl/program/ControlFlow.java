package dev.corbel.dsl.program;

import org.jspecify.annotations.Nullable;

/** The way in which a statement leaves the code around it. */
record ControlFlow(
        Kind kind, @Nullable String label, @Nullable Object value) {
    enum Kind {
        BREAK,
        CONTINUE,
        RETURN
    }

    boolean isReturn() {
        return kind == Kind.RETURN;
    }

    /** Tells whether a loop of this label (null: none) is the one that is meant. */
    boolean concerns(@Nullable String loop) {
        return label == null || label.equals(loop);
    }

    /** The result of a function whose body ended with this. */
    static @Nullable Object valueOf(@Nullable Object result) {
        return result instanceof ControlFlow signal ? signal.value() : null;
    }
}
