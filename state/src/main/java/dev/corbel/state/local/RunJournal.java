package dev.corbel.state.local;

import dev.corbel.state.journal.JournalEntry;
import dev.corbel.state.journal.JournalWriter;
import dev.corbel.state.journal.Segment;
import dev.corbel.state.json.JournalJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The journal between two snapshots of one run. There are no files before its first line. */
final class RunJournal {
    static final long SEGMENT_SIZE = 16L << 20;

    private final LocalFiles files;
    private final String id = UUID.randomUUID().toString();
    private final JournalWriter writer;
    private final List<Path> segments = new ArrayList<>();

    /** Both say which snapshot it goes on from. */
    RunJournal(LocalFiles files, String lineage, long serial) {
        this.files = files;
        String environment = files.folder().environment();
        this.writer = new JournalWriter(
                this::create,
                number -> JournalJson.write(new JournalEntry.Header(environment, lineage, serial, id, number)),
                SEGMENT_SIZE);
    }

    private Segment create(long number) throws IOException {
        JournalFolder.Created created = files.journal().create();
        synchronized (segments) {
            segments.add(created.file());
        }
        return created.segment();
    }

    String id() {
        return id;
    }

    JournalWriter writer() {
        return writer;
    }

    int segments() {
        synchronized (segments) {
            return segments.size();
        }
    }

    /** Deletes it: a snapshot holds what it said. */
    void discard() {
        try {
            writer.close();
        } catch (IOException unneeded) {
            // Every line was on the disk, and now none is needed.
        }
        synchronized (segments) {
            files.journal().delete(segments);
        }
    }

    /** Leaves it to the next run. */
    void close() {
        try (writer) {
            writer.flush();
        } catch (IOException failure) {
            throw files.problem().cannotWrite(files.folder().journal(), failure);
        }
    }
}
