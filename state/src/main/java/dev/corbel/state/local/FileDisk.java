package dev.corbel.state.local;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The files of this machine. Interrupts do not disturb it: a channel would be closed by one in mid-write. */
final class FileDisk implements Disk {
    @Override
    public void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path around = folder.toAbsolutePath().getParent();
        if (around != null) {
            createFolders(around);
        }
        if (PrivateFiles.createFolder(folder) && around != null) {
            syncFolder(around);
        }
    }

    @Override
    public Output create(Path file) throws IOException {
        try {
            return createNew(file);
        } catch (FileAlreadyExistsException leftover) {
            // Its content goes with opening it.
            return open(file);
        }
    }

    @Override
    public Output createNew(Path file) throws IOException {
        Files.createFile(file, PrivateFiles.attributes(file));
        return open(file);
    }

    private static Output open(Path file) throws IOException {
        FileOutputStream stream = new FileOutputStream(file.toFile());
        return new Output() {
            @Override
            public void write(byte[] data, int offset, int length) throws IOException {
                stream.write(data, offset, length);
            }

            @Override
            public void sync() throws IOException {
                stream.getFD().sync();
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            throw new IOException("this file system cannot replace a file at once", unsupported);
        }
    }

    @Override
    public void link(Path existing, Path link) throws IOException {
        try {
            Files.createLink(link, existing);
        } catch (UnsupportedOperationException | FileAlreadyExistsException unsupported) {
            Files.copy(existing, link, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (IOException unsupported) {
            Files.copy(existing, link, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        if (!PrivateFiles.isPosix(folder)) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                    return;
                } catch (ClosedByInterruptException again) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
