package dev.corbel.state.journal;

/** A line of a journal. */
public sealed interface JournalEntry {

    /**
     * Stands first in each segment and binds it to the snapshot that it goes on from.
     *
     * @param lineage of that snapshot, or of the one that shall be the first
     * @param serial of that snapshot, 0 where there is none
     * @param journal an id that all segments of one run share
     * @param segment counts the segments of the journal, from 1
     */
    record Header(String environment, String lineage, long serial, String journal, long segment)
            implements JournalEntry {}

    record Intended(Intent intent) implements JournalEntry {}

    record Recorded(Result result) implements JournalEntry {}
}
