package dev.corbel.state.json;

import java.io.IOException;

/** A text is not what a state or a journal looks like. Its message never quotes the text, which may hold secrets. */
public final class StateFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    StateFormatException(String message, int line, int column) {
        super(message);
        this.line = Math.max(line, 1);
        this.column = Math.max(column, 1);
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** Counted from 1. */
    public int column() {
        return column;
    }
}
