package dev.corbel.providers.simulator;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Locks on names and ids that hold among threads and among processes. They are locks of the operating system on single
 * bytes of one file, so a process that is killed leaves none behind. A thread holds at most one at a time.
 */
final class ObjectLocks {
    private static final int STRIPES = 1024;
    private static final ReentrantLock[] LOCAL = new ReentrantLock[STRIPES];

    static {
        for (int i = 0; i < STRIPES; i++) {
            LOCAL[i] = new ReentrantLock();
        }
    }

    private final Path directory;

    ObjectLocks(Path directory) {
        this.directory = directory;
    }

    /** A lock that is held until it is closed. */
    interface Held extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /** Waits for the lock of this key. */
    Held acquire(String key) throws IOException, InterruptedException {
        int stripe = Math.floorMod(key.hashCode(), STRIPES);
        ReentrantLock local = LOCAL[stripe];
        local.lockInterruptibly();
        try {
            Files.createDirectories(directory);
            Path file = directory.toRealPath().resolve("lock");
            while (true) {
                LockFile lockFile = LockFile.enter(file);
                FileLock lock = lock(lockFile, stripe);
                if (lockFile.isCurrent()) {
                    return () -> release(lock, lockFile, local);
                }
                lock.close();
                lockFile.leave();
            }
        } catch (IOException | InterruptedException | RuntimeException failed) {
            local.unlock();
            throw failed;
        }
    }

    private static FileLock lock(LockFile lockFile, int stripe) throws IOException, InterruptedException {
        try {
            return lockFile.lock(stripe);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            lockFile.leave();
            throw failed;
        }
    }

    private static void release(FileLock lock, LockFile lockFile, ReentrantLock local) throws IOException {
        // In this order: whoever gets the local lock next must find the file's byte free.
        try {
            lock.close();
        } finally {
            try {
                lockFile.leave();
            } finally {
                local.unlock();
            }
        }
    }
}
