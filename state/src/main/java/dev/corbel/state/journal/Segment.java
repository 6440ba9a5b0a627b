package dev.corbel.state.journal;

import java.io.Closeable;
import java.io.IOException;

/** A part of a journal that is being written. */
public interface Segment extends Closeable {
    void write(byte[] lines) throws IOException;

    /** Returns when all that was written, and the segment itself, would survive a crash. */
    void sync() throws IOException;

    /** Tells whether a reader would still find it where it was made. */
    default boolean isInPlace() throws IOException {
        return true;
    }

    /** Makes segments. */
    @FunctionalInterface
    interface Factory {
        /** Makes the segment that follows the last one; counted from 1. */
        Segment create(long number) throws IOException;
    }
}
