package dev.corbel.state.remote;

import dev.corbel.state.journal.Segment;
import dev.corbel.state.model.RemoteHead.JournalPosition;
import dev.corbel.state.store.JournalStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The journal as objects that are written once, each with one batch of lines. */
final class RemoteJournal implements JournalStore {
    private final RemoteParts remote;
    private final HeadSource source;
    private final Map<String, byte[]> read = new TreeMap<>();
    private long nextNumber = 1;

    RemoteJournal(RemoteParts remote, HeadSource source) {
        this.remote = remote;
        this.source = source;
    }

    /** The position of the next object that this holder writes. */
    synchronized JournalPosition next() {
        return new JournalPosition(source.head().fence(), nextNumber);
    }

    @Override
    public boolean keepsSegmentsWhole() {
        return true;
    }

    /** Those that add to the snapshot; read at once, since what is in them tells segments from seals. */
    @Override
    public List<String> segments() {
        JournalPosition start = source.head().live();
        if (source.isHolder() && start.fence() == source.head().fence()) {
            return List.of();
        }
        try {
            List<String> names =
                    JournalNames.live(remote.objects().list(JournalNames.folder(start.fence())), start).stream()
                            .map(JournalNames::of)
                            .toList();
            List<RemoteObject> objects = new ParallelRead(remote.objects()).read(names);
            read.clear();
            for (int i = 0; i < names.size(); i++) {
                byte[] data = objects.get(i).data();
                if (!JournalSeal.isSeal(data)) {
                    read.put(names.get(i), data);
                }
            }
            return names.stream().filter(read::containsKey).toList();
        } catch (NoSuchFileException gone) {
            throw new SegmentVanishedException(gone);
        } catch (IOException failure) {
            throw remote.problem().cannotRead(failure);
        }
    }

    @Override
    public byte[] read(String segment) {
        byte[] data = read.remove(segment);
        if (data == null) {
            throw new IllegalStateException(segment + " was not listed");
        }
        return data;
    }

    @Override
    public synchronized Created create() {
        String name = JournalNames.of(next());
        nextNumber++;
        return new Created(name, new Batch(name));
    }

    /** An object in the making. */
    private final class Batch implements Segment {
        private final String name;
        private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

        Batch(String name) {
            this.name = name;
        }

        @Override
        public void write(byte[] more) {
            lines.writeBytes(more);
        }

        @Override
        public void sync() throws IOException {
            source.check();
            if (source.head().live().fence() != source.head().fence()) {
                source.update(head -> head.from(new JournalPosition(head.fence(), 1)));
            }
            try {
                remote.objects().create(name, lines.toByteArray());
            } catch (RemoteConflictException sealed) {
                // Who sealed the journal took the lock before, so this throws.
                source.update(head -> head);
                throw sealed;
            }
        }

        @Override
        public void close() {}
    }

    /** Leaves objects that cannot be deleted now to the next snapshot. */
    @Override
    public void delete(List<String> segments) {
        remote.discard(segments);
    }
}
