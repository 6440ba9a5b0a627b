package dev.corbel.state.store;

import dev.corbel.state.journal.JournalWriter;
import dev.corbel.state.journal.Segment;
import dev.corbel.state.json.JournalLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The journal between two snapshots of one run. There are no segments before its first line. */
final class RunJournal {
    static final long SEGMENT_SIZE = 16L << 20;

    private final StoreParts parts;
    private final String id = UUID.randomUUID().toString();
    private final JournalWriter writer;
    private final List<String> segments = new ArrayList<>();

    /** Both say which snapshot it goes on from. */
    RunJournal(StoreParts parts, String lineage, long serial) {
        this.parts = parts;
        JournalLines.Writing lines = new JournalLines.Writing(parts.encryption(), lineage, serial, id);
        this.writer = new JournalWriter(
                this::create, lines::header, lines::entry, parts.journal().keepsSegmentsWhole() ? 1 : SEGMENT_SIZE);
    }

    private Segment create(long number) throws IOException {
        JournalPlace.Created created = parts.journal().create();
        synchronized (segments) {
            segments.add(created.name());
        }
        return created.segment();
    }

    String id() {
        return id;
    }

    JournalWriter writer() {
        return writer;
    }

    /** Whether it may simply be deleted where it changes nothing. */
    boolean goesAtOnce() {
        synchronized (segments) {
            return goesAtOnce(segments.size(), parts.journal());
        }
    }

    /** One segment goes at once. Of several, some might be left that say something else without the rest. */
    static boolean goesAtOnce(int segments, JournalPlace place) {
        return segments <= (place.keepsSegmentsWhole() ? 0 : 1);
    }

    /** Deletes it: a snapshot holds what it said. */
    void discard() {
        try {
            writer.close();
        } catch (IOException unneeded) {
            // Every line was on the disk, and now none is needed.
        }
        synchronized (segments) {
            parts.journal().delete(List.copyOf(segments));
        }
    }

    /** Leaves it to the next run. */
    void close() {
        try (writer) {
            writer.flush();
        } catch (IOException failure) {
            throw parts.problems().cannotWriteJournal(failure);
        }
    }
}
