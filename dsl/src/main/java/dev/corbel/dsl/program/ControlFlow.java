package dev.corbel.dsl.program;

import org.jspecify.annotations.Nullable;

/** How a statement leaves the code around it. */
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

    /** Whether a loop of this label (null: none) is the one that is meant. */
    boolean concerns(@Nullable String loop) {
        return label == null || label.equals(loop);
    }

    /** What a function gives that ended with this result of its body. */
    static @Nullable Object valueOf(@Nullable Object result) {
        return result instanceof ControlFlow signal ? signal.value() : null;
    }
}
