package dev.corbel.state.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A disk of a machine whose power fails after so many steps. What was synced is there afterwards. Of the rest anything may
 * be lost: a rename, a new name or a deletion, in whatever order, and any end of what was written.
 */
final class ForgetfulDisk implements Disk {
    private final FileDisk real = new FileDisk();
    private final Path root;
    private final Map<Path, Content> now = new HashMap<>();
    private final Map<Path, Content> kept = new HashMap<>();
    private final Map<Path, List<Map<Path, Content>>> unsynced = new LinkedHashMap<>();
    private long limit = Long.MAX_VALUE;
    private long steps;

    /** The bytes of a file under all its names. An empty one without a name stands for a name that is gone. */
    private static final class Content {
        private byte[] synced = {};
        private byte[] written = {};

        void append(byte[] data, int offset, int length) {
            byte[] longer = Arrays.copyOf(written, written.length + length);
            System.arraycopy(data, offset, longer, written.length, length);
            written = longer;
        }

        boolean isAppended() {
            return written.length >= synced.length && Arrays.equals(Arrays.copyOf(written, synced.length), synced);
        }

        /** The rest of it: not less than was synced, unless that was cut off to begin anew. */
        byte[] left(Random random) {
            if (!isAppended()) {
                return random.nextBoolean() ? synced : Arrays.copyOf(written, random.nextInt(written.length + 1));
            }
            int length = synced.length + random.nextInt(written.length - synced.length + 1);
            byte[] left = Arrays.copyOf(written, length);
            // A file may have got its length before its bytes.
            boolean zeros = random.nextInt(4) == 0;
            return zeros ? Arrays.copyOf(left, written.length) : left;
        }
    }

    private static final Content GONE = new Content();

    ForgetfulDisk(Path root) {
        this.root = root;
    }

    /** Counts steps from now on, and fails after so many. */
    void begin(long most) {
        steps = 0;
        limit = most;
    }

    /** The number of them. */
    long steps() {
        return steps;
    }

    /** Writes what is there when the power comes back. */
    Path recovered(Path target, Random random) {
        Map<Path, Content> names = new HashMap<>(kept);
        for (List<Map<Path, Content>> changes : unsynced.values()) {
            boolean inOrder = random.nextBoolean();
            int first = random.nextInt(changes.size() + 1);
            for (int i = 0; i < changes.size(); i++) {
                if (inOrder ? i < first : random.nextBoolean()) {
                    names.putAll(changes.get(i));
                }
            }
        }
        names.values().removeIf(content -> content == GONE);
        try {
            Files.createDirectories(target);
            for (Map.Entry<Path, Content> file : names.entrySet()) {
                Path path = target.resolve(root.relativize(file.getKey()).toString());
                Files.createDirectories(path.resolveSibling(""));
                Files.write(path, file.getValue().left(random));
            }
            return target;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void step() throws IOException {
        if (steps == limit) {
            throw new IOException("the machine stopped");
        }
        steps++;
    }

    private void named(Path folder, Map<Path, Content> change) {
        unsynced.computeIfAbsent(folder, none -> new ArrayList<>()).add(change);
        change.forEach((path, content) -> {
            if (content == GONE) {
                now.remove(path);
            } else {
                now.put(path, content);
            }
        });
    }

    private static Path folder(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalArgumentException(file + " is in no folder");
        }
        return folder;
    }

    private Content content(Path file) {
        Content content = now.get(file);
        if (content == null) {
            throw new IllegalStateException(file + " was made by somebody else");
        }
        return content;
    }

    @Override
    public synchronized void createFolders(Path folder) throws IOException {
        step();
        real.createFolders(folder);
    }

    @Override
    public synchronized Output create(Path file) throws IOException {
        step();
        Output output = real.create(file);
        Content former = now.get(file);
        if (former == null) {
            named(folder(file), Map.of(file, new Content()));
        } else {
            former.written = new byte[0];
        }
        return new RememberedOutput(output, content(file));
    }

    @Override
    public synchronized Output createNew(Path file) throws IOException {
        step();
        Output output = real.createNew(file);
        named(folder(file), Map.of(file, new Content()));
        return new RememberedOutput(output, content(file));
    }

    private final class RememberedOutput implements Output {
        private final Output output;
        private final Content content;

        RememberedOutput(Output output, Content content) {
            this.output = output;
            this.content = content;
        }

        @Override
        public void write(byte[] data, int offset, int length) throws IOException {
            synchronized (ForgetfulDisk.this) {
                step();
                output.write(data, offset, length);
                content.append(data, offset, length);
            }
        }

        @Override
        public void sync() throws IOException {
            synchronized (ForgetfulDisk.this) {
                step();
                content.synced = content.written;
            }
        }

        @Override
        public void close() throws IOException {
            output.close();
        }
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        step();
        real.rename(from, to);
        named(folder(to), Map.of(from, GONE, to, content(from)));
    }

    @Override
    public synchronized void link(Path existing, Path link) throws IOException {
        step();
        real.link(existing, link);
        named(folder(link), Map.of(link, content(existing)));
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        step();
        real.delete(file);
        @Nullable Content there = now.get(file);
        if (there != null) {
            named(folder(file), Map.of(file, GONE));
        }
    }

    @Override
    public synchronized void syncFolder(Path folder) throws IOException {
        step();
        List<Map<Path, Content>> changes = unsynced.remove(folder);
        if (changes != null) {
            changes.forEach(kept::putAll);
        }
    }
}
