package dev.corbel.state.journal;

import dev.corbel.state.encryption.WrappedKey;
import java.util.List;

/** A line of a journal. */
public sealed interface JournalEntry {

    /**
     * Stands first in each segment and binds it to the snapshot that it goes on from.
     *
     * @param lineage of that snapshot, or of the one that shall be the first
     * @param serial of that snapshot, 0 where there is none
     * @param journal an id that all segments of one run share
     * @param segment counts the segments of the journal, from 1
     * @param keys that the lines after it are encrypted with; none where they are in the clear
     */
    record Header(String environment, String lineage, long serial, String journal, long segment, List<WrappedKey> keys)
            implements JournalEntry {
        public Header {
            keys = List.copyOf(keys);
        }

        /** Of a journal in the clear. */
        public Header(String environment, String lineage, long serial, String journal, long segment) {
            this(environment, lineage, serial, journal, segment, List.of());
        }
    }

    record Intended(Intent intent) implements JournalEntry {}

    record Recorded(Result result) implements JournalEntry {}
}
