package dev.corbel.state.local;

import dev.corbel.state.FencedException;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.store.HeldLock;
import dev.corbel.state.store.LockProblems;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    private final HolderFile holders;
    private final LocalProblem problem;
    private final LockProblems refusals;

    LocalLock(StateFolder folder, Disk disk) {
        this.folder = folder;
        this.holders = new HolderFile(folder, disk);
        this.problem = new LocalProblem(folder);
        this.refusals = new LockProblems(folder.environment());
    }

    /** The lock while it is held. */
    final class Held implements HeldLock {
        private final Path key;
        private final FileChannel channel;
        private final FileMark file;
        private volatile HolderFile.@Nullable Named named;
        private volatile @Nullable FencedException lost;
        private boolean closed;

        private Held(Path key, FileChannel channel, FileMark file) {
            this.key = key;
            this.channel = channel;
            this.file = file;
        }

        /**
         * The operating system takes a lock from nobody. But a lock on a file that is no longer there keeps nobody out, and
         * there are file systems without locks.
         */
        @Override
        public void check() {
            FencedException known = lost;
            if (known == null) {
                known = loss().map(problem::lockLost).orElse(null);
                lost = known;
            }
            if (known != null) {
                throw known;
            }
        }

        /** The loss of the lock in words; empty where it is held. */
        private Optional<String> loss() {
            try {
                Optional<LockHolder> successor = successor();
                if (successor.isPresent()) {
                    return successor.map(other -> other.description() + ".");
                }
                return file.isAt(folder.lock())
                        ? Optional.empty()
                        : Optional.of(folder.shown(folder.lock()) + " was removed or replaced meanwhile.");
            } catch (IOException failure) {
                throw problem.cannotRead(folder.lock(), failure);
            }
        }

        private Optional<LockHolder> successor() throws IOException {
            HolderFile.Named self = named;
            return self == null ? Optional.empty() : self.successor();
        }

        @Override
        public synchronized void close() {
            if (closed) {
                return;
            }
            closed = true;
            try {
                if (successor().isEmpty()) {
                    holders.delete();
                }
            } catch (IOException leftover) {
                // The next holder writes over it.
            } finally {
                release(key, channel);
            }
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

    /** The holder that the lock names; it may be a process which was killed. */
    Optional<LockHolder> holder() {
        return holders.read();
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
            Optional<FileMark> before = lockFile();
            channel = FileChannel.open(folder.lock(), StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            // Somebody may have put another file there between finding this one and locking it.
            taken = lock != null && before.isPresent() && before.get().isAt(folder.lock());
            return taken ? new Held(key, channel, before.orElseThrow()) : null;
        } catch (OverlappingFileLockException | NoSuchFileException heldHereOrRemoved) {
            return null;
        } finally {
            if (!taken) {
                release(key, channel);
            }
        }
    }

    private Optional<FileMark> lockFile() throws IOException {
        try {
            Files.createFile(folder.lock(), PrivateFiles.attributes(folder.lock()));
        } catch (FileAlreadyExistsException asUsual) {
            // It stays there from run to run.
        }
        return FileMark.of(folder.lock());
    }

    private void introduce(LockHolder holder, Held held) throws IOException {
        boolean done = false;
        try {
            held.named = holders.write(holder);
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
