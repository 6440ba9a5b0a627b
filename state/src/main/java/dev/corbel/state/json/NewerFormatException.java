package dev.corbel.state.json;

import java.io.IOException;

/** A later version of the format than this reader knows. */
public final class NewerFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long format;

    NewerFormatException(long format) {
        super("format " + format + " is newer than " + StateDocumentWriter.FORMAT);
        this.format = format;
    }

    public long format() {
        return format;
    }
}
