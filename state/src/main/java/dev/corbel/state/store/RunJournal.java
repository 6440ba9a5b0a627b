package dev.corbel.state.store;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.FencedException;
import dev.corbel.state.journal.JournalWriter;
import dev.corbel.state.journal.Segment;
import dev.corbel.state.json.JournalLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The journal between two snapshots of one run. There are no segments before its first line. */
final class RunJournal {
    static final long SEGMENT_SIZE = 16L << 20;

    private final StoreParts parts;
    private final String id = UUID.randomUUID().toString();
    private final JournalWriter writer;
    private final HeldLock lock;
    private final List<JournalStore.Created> segments = new ArrayList<>();

    /** Both say which snapshot it goes on from. */
    RunJournal(StoreParts parts, HeldLock lock, String lineage, long serial) {
        this.parts = parts;
        this.lock = lock;
        JournalLines.Writing lines = new JournalLines.Writing(parts.encryption(), lineage, serial, id);
        this.writer = new JournalWriter(
                this::create, lines::header, lines::entry, parts.journal().keepsSegmentsWhole() ? 1 : SEGMENT_SIZE);
    }

    /** Without the lock it would stand in the journal of another run. */
    private Segment create(long number) throws IOException {
        lock.check();
        JournalStore.Created created = parts.journal().create();
        synchronized (segments) {
            segments.add(created);
        }
        return created.segment();
    }

    String id() {
        return id;
    }

    JournalWriter writer() {
        return writer;
    }

    /** Throws where what is written now would be read by nobody. */
    void check() {
        Optional<JournalStore.Created> last;
        synchronized (segments) {
            last = segments.isEmpty() ? Optional.empty() : Optional.of(segments.get(segments.size() - 1));
        }
        if (last.isPresent() && !isInPlace(last.get())) {
            throw parts.problems().removedJournal(last.get().name());
        }
    }

    private boolean isInPlace(JournalStore.Created created) {
        try {
            return created.segment().isInPlace();
        } catch (IOException unknown) {
            throw parts.problems().cannotWriteJournal(unknown);
        }
    }

    /** Tells whether it may simply be deleted where it changes nothing. */
    boolean goesAtOnce() {
        synchronized (segments) {
            return goesAtOnce(segments.size(), parts.journal());
        }
    }

    /** One segment goes at once. Of several, some might be left that say something else without the rest. */
    static boolean goesAtOnce(int segments, JournalStore place) {
        return segments <= (place.keepsSegmentsWhole() ? 0 : 1);
    }

    /** Deletes it, and nothing that stands in its place: a snapshot holds what it said. */
    void discard() {
        List<String> own;
        synchronized (segments) {
            own = segments.stream()
                    .filter(this::isInPlace)
                    .map(JournalStore.Created::name)
                    .toList();
        }
        try {
            writer.close();
        } catch (IOException unneeded) {
            // Every line was on the disk, and now none is needed.
        }
        parts.journal().delete(own);
    }

    /** Leaves it to the next run. */
    void close() {
        try (writer) {
            writer.flush();
        } catch (FencedException known) {
            // Whoever recorded something since was told.
        } catch (IOException failure) {
            DiagnosticsException told = parts.problems().cannotWriteJournal(failure);
            if (!(told instanceof FencedException)) {
                throw told;
            }
        }
    }
}
