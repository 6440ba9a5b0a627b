package dev.corbel.state.local;

import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.json.StateDocumentReader;
import dev.corbel.state.json.StateDocuments;
import dev.corbel.state.json.StateVersion;
import dev.corbel.state.store.SnapshotStore;
import java.io.BufferedOutputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Optional;

/** The snapshot of an environment. Its file is replaced at once, so that there is always a whole one. */
final class SnapshotFile implements SnapshotStore {
    private static final int BUFFER = 1 << 16;

    private final StateFolder folder;
    private final Disk disk;
    private final Backups backups;
    private final StateEncryption encryption;
    private final LocalProblem problem;

    SnapshotFile(StateFolder folder, Disk disk, Backups backups, StateEncryption encryption) {
        this.folder = folder;
        this.disk = disk;
        this.backups = backups;
        this.encryption = encryption;
        this.problem = new LocalProblem(folder);
    }

    @Override
    public Optional<StateDocument> read() {
        Optional<StateDocument> document = read(source -> StateDocuments.read(source, encryption));
        if (document.isEmpty() && !backups.list().isEmpty() && !Files.exists(folder.snapshot())) {
            throw problem.missingSnapshot();
        }
        document.map(found -> found.state().environment())
                .filter(name -> !name.equals(folder.environment()))
                .ifPresent(name -> {
                    throw problem.otherEnvironment(folder.snapshot(), name);
                });
        document.ifPresent(this::checkAge);
        return document;
    }

    /** Whoever cannot forge an encrypted snapshot could still put an old one back. */
    private void checkAge(StateDocument document) {
        long serial = document.state().serial();
        if (encryption.encrypts()) {
            backups.list().stream()
                    .filter(backup -> backup.serial() > serial)
                    .findFirst()
                    .ifPresent(newer -> {
                        throw problem.older(serial, newer);
                    });
        }
    }

    @Override
    public StateVersion version() {
        return read(StateDocumentReader::readVersion).orElse(StateVersion.NONE);
    }

    private interface Reader<T> {
        T read(InputStream source) throws IOException;
    }

    // Not a channel: an interrupt would close it.
    private <T> Optional<T> read(Reader<T> reader) {
        if (!Files.exists(folder.snapshot())) {
            return Optional.empty();
        }
        try (InputStream source = new FileInputStream(folder.snapshot().toFile())) {
            return Optional.of(reader.read(source));
        } catch (FileNotFoundException denied) {
            throw problem.cannotRead(folder.snapshot(), denied);
        } catch (IOException broken) {
            throw problem.unreadable(folder.snapshot(), "The state file", broken, problem.wayBack(backups.list()));
        }
    }

    @Override
    public void replace(StateDocument document, StateVersion expected) {
        StateVersion found = version();
        if (!found.equals(expected)) {
            throw problem.movedOn(expected.serial(), found.serial());
        }
        try {
            write(document);
            if (!expected.equals(StateVersion.NONE)) {
                backups.keep(folder.snapshot(), expected.serial());
            }
            disk.rename(folder.temporary(), folder.snapshot());
            disk.syncFolder(folder.root());
        } catch (IOException failure) {
            throw problem.cannotWrite(folder.snapshot(), failure);
        }
    }

    private void write(StateDocument document) throws IOException {
        try (Disk.Output output = disk.create(folder.temporary())) {
            OutputStream stream = new BufferedOutputStream(new DiskStream(output), BUFFER);
            StateDocuments.write(document, encryption, stream);
            stream.flush();
            output.sync();
        }
    }

    /** An output as a stream. */
    private static final class DiskStream extends OutputStream {
        private final Disk.Output output;

        DiskStream(Disk.Output output) {
            this.output = output;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] data, int offset, int length) throws IOException {
            output.write(data, offset, length);
        }
    }
}
