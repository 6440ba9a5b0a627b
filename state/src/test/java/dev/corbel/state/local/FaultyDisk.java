package dev.corbel.state.local;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A disk of a machine that stops after so many steps: each byte is one, and so is each other thing that is done. What
 * was written before stays. Does not wait for the true disk.
 */
final class FaultyDisk implements Disk {
    private final FileDisk real = new FileDisk();
    private final long limit;
    private long steps;

    FaultyDisk(long limit) {
        this.limit = limit;
    }

    static FaultyDisk endless() {
        return new FaultyDisk(Long.MAX_VALUE);
    }

    synchronized long steps() {
        return steps;
    }

    private synchronized void step() throws IOException {
        if (take(1) == 0) {
            throw new IOException("the machine stopped");
        }
    }

    private synchronized int take(int wanted) {
        int granted = (int) Math.min(wanted, limit - steps);
        steps += granted;
        return granted;
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        step();
        real.createFolders(folder);
    }

    @Override
    public Output create(Path file) throws IOException {
        step();
        return limited(real.create(file));
    }

    @Override
    public Output createNew(Path file) throws IOException {
        step();
        return limited(real.createNew(file));
    }

    private Output limited(Output output) {
        return new Output() {
            @Override
            public void write(byte[] data, int offset, int length) throws IOException {
                int granted = take(length);
                output.write(data, offset, granted);
                if (granted < length) {
                    throw new IOException("the machine stopped");
                }
            }

            @Override
            public void sync() throws IOException {
                step();
            }

            @Override
            public void close() throws IOException {
                output.close();
            }
        };
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        real.rename(from, to);
    }

    @Override
    public void link(Path existing, Path link) throws IOException {
        step();
        real.link(existing, link);
    }

    @Override
    public void delete(Path file) throws IOException {
        step();
        real.delete(file);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        step();
    }
}
