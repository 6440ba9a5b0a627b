package dev.corbel.providers.simulator;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file whose bytes are locked. This process opens it once however many threads use it: where a process closes a file,
 * POSIX takes away all locks that it has there, also those taken through other descriptors.
 */
final class LockFile {
    private static final Map<Path, LockFile> OPEN = new HashMap<>();

    private final Path path;
    private final FileChannel channel;
    private final @Nullable Object key;
    private int users;

    private LockFile(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.key = keyOf(path);
    }

    /** The file at this path, until {@link #leave}. */
    static LockFile enter(Path path) throws IOException {
        synchronized (OPEN) {
            LockFile file = OPEN.get(path);
            if (file == null || !file.channel.isOpen() || !file.isCurrent()) {
                file = new LockFile(path);
                OPEN.put(path, file);
            }
            file.users++;
            return file;
        }
    }

    void leave() throws IOException {
        synchronized (OPEN) {
            users--;
            if (users == 0) {
                OPEN.remove(path, this);
                channel.close();
            }
        }
    }

    /** Whether the path still leads to this file; somebody may have deleted it. */
    boolean isCurrent() throws IOException {
        return key != null && Objects.equals(key, keyOf(path));
    }

    /** Waits for a byte. Polls, since an interrupted thread that waits in a channel would close it for all. */
    FileLock lock(int position) throws IOException, InterruptedException {
        Duration pause = Duration.ofMillis(1);
        while (true) {
            FileLock lock = channel.tryLock(position, 1, false);
            if (lock != null) {
                return lock;
            }
            Thread.sleep(pause.toMillis());
            pause = pause.compareTo(Duration.ofMillis(10)) < 0 ? pause.multipliedBy(2) : pause;
        }
    }

    private static @Nullable Object keyOf(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException gone) {
            return null;
        }
    }
}
