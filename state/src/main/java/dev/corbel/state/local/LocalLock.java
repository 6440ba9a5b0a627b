package dev.corbel.state.local;

import dev.corbel.state.json.LockHolderJson;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.store.HeldLock;
import dev.corbel.state.store.LockProblems;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The lock of an environment. The operating system holds it for a process and lets go when that ends, however it ends;
 * the file beside it only says who it is.
 */
final class LocalLock {
    /** Time for a new holder to say who it is. */
    private static final Duration INTRODUCTION = Duration.ofSeconds(2);

    private static final long POLL_MILLIS = 50;

    // A process that closes any channel to a locked file loses the lock. So no second one is opened here.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final StateFolder folder;
    private final Disk disk;
    private final LocalProblem problem;
    private final LockProblems refusals;

    LocalLock(StateFolder folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
        this.problem = new LocalProblem(folder);
        this.refusals = new LockProblems(folder.environment());
    }

    /** The lock while it is held. */
    final class Held implements HeldLock {
        private final Path key;
        private final FileChannel channel;
        private boolean closed;

        private Held(Path key, FileChannel channel) {
            this.key = key;
            this.channel = channel;
        }

        /** The operating system takes a lock from nobody. */
        @Override
        public void check() {}

        @Override
        public synchronized void close() {
            if (closed) {
                return;
            }
            closed = true;
            try {
                disk.delete(folder.holder());
            } catch (IOException leftover) {
                // The next holder writes over it.
            }
            release(key, channel);
        }
    }

    /** Takes the lock, within the time or with an error that names the holder. The folder must exist. */
    Held acquire(LockHolder holder, Duration timeout) {
        long start = System.nanoTime();
        try {
            while (true) {
                Held held = attempt();
                if (held != null) {
                    introduce(holder, held);
                    return held;
                }
                Duration waited = Duration.ofNanos(System.nanoTime() - start);
                Optional<LockHolder> other = holder().filter(LocalLock::mayBeAlive);
                Duration limit = other.isPresent() || timeout.compareTo(INTRODUCTION) > 0 ? timeout : INTRODUCTION;
                if (waited.compareTo(limit) >= 0) {
                    throw refusals.locked(
                            holder(), "Wait for it with --lock-timeout 5m, or end it: the lock goes with its process.");
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException | ClosedByInterruptException stopped) {
            Thread.currentThread().interrupt();
            throw refusals.interrupted(stopped);
        } catch (IOException failure) {
            throw problem.cannotWrite(folder.lock(), failure);
        }
    }

    /** Who says to hold the lock; that may be a process which was killed. */
    Optional<LockHolder> holder() {
        try (InputStream file = new FileInputStream(folder.holder().toFile())) {
            return Optional.of(LockHolderJson.read(file.readAllBytes()));
        } catch (IOException nobody) {
            return Optional.empty();
        }
    }

    /** Deletes what a killed holder left. An error where the lock is held, or not by the holder with this id. */
    void clear(String id) {
        LockHolder holder = holder().orElseThrow(refusals::notLocked);
        if (!holder.id().equals(id)) {
            throw refusals.otherId(id, holder);
        }
        try (Held held = attempt()) {
            if (held == null) {
                throw refusals.running(holder);
            }
        } catch (IOException failure) {
            throw problem.cannotWrite(folder.lock(), failure);
        }
    }

    private @Nullable Held attempt() throws IOException {
        Path key = folder.root().toRealPath();
        if (!HELD_HERE.add(key)) {
            return null;
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(
                    folder.lock(),
                    Set.<OpenOption>of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    FileDisk.privateFile(folder.lock()));
            FileLock lock = channel.tryLock();
            taken = lock != null;
            return lock == null ? null : new Held(key, channel);
        } catch (OverlappingFileLockException heldHere) {
            return null;
        } finally {
            if (!taken) {
                release(key, channel);
            }
        }
    }

    private void introduce(LockHolder holder, Held held) throws IOException {
        boolean done = false;
        try {
            byte[] text = LockHolderJson.write(holder);
            try (Disk.Output output = disk.create(folder.temporaryHolder())) {
                output.write(text, 0, text.length);
            }
            disk.rename(folder.temporaryHolder(), folder.holder());
            done = true;
        } finally {
            if (!done) {
                held.close();
            }
        }
    }

    private static void release(Path key, @Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException gone) {
            // The lock is gone with the channel, whatever else went wrong.
        } finally {
            HELD_HERE.remove(key);
        }
    }

    /** A holder on this machine whose process is gone left its name behind; the true one has not given its own yet. */
    private static boolean mayBeAlive(LockHolder holder) {
        return !holder.host().equals(LockHolder.ofThisProcess("").host())
                || ProcessHandle.of(holder.process())
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }
}
