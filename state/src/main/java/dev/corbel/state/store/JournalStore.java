package dev.corbel.state.store;

import dev.corbel.state.journal.Segment;
import java.io.IOException;
import java.util.List;

/** The store of the segments of an environment's journal, by name. Failures are {@code DiagnosticsException}s. */
public interface JournalStore {

    /** A new segment and its name. */
    record Created(String name, Segment segment) {}

    /** A segment was deleted meanwhile. */
    final class SegmentVanishedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public SegmentVanishedException(Throwable cause) {
            super(cause);
        }
    }

    /** In the order in which they were made. */
    List<String> segments();

    /** All that a segment holds; a {@link SegmentVanishedException} where there is no such segment. */
    byte[] read(String segment);

    /** Makes a segment after all that there are. */
    Created create() throws IOException;

    /**
     * Keeps what a crash left of the end of a segment, which may go then.
     *
     * @return where it is now
     */
    default String keepAside(String segment, byte[] torn) {
        throw new IllegalStateException(segment + " was written whole");
    }

    /** Deletes segments that a snapshot holds, or that hold nothing. */
    void delete(List<String> segments);

    /**
     * Tells whether segments are written whole or not at all, so that each batch gets one of its own. Otherwise they grow, and a
     * crash may tear the last one.
     */
    boolean keepsSegmentsWhole();
}
