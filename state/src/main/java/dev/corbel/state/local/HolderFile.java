package dev.corbel.state.local;

import dev.corbel.state.json.LockHolderJson;
import dev.corbel.state.model.LockHolder;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Says who holds the lock of an environment; it locks nothing. */
final class HolderFile {
    private final StateFolder folder;
    private final Disk disk;

    HolderFile(StateFolder folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** The holder that the lock names; it may be a process which was killed. */
    Optional<LockHolder> read() {
        try (InputStream file = new FileInputStream(folder.holder().toFile())) {
            return Optional.of(LockHolderJson.read(file.readAllBytes()));
        } catch (IOException nobody) {
            return Optional.empty();
        }
    }

    /** Puts a holder in the place of whoever stands there. */
    Named write(LockHolder holder) throws IOException {
        byte[] text = LockHolderJson.write(holder);
        try (Disk.Output output = disk.create(folder.temporaryHolder())) {
            output.write(text, 0, text.length);
        }
        disk.rename(folder.temporaryHolder(), folder.holder());
        return new Named(holder.id(), FileMark.of(folder.holder()));
    }

    void delete() {
        try {
            disk.delete(folder.holder());
        } catch (IOException leftover) {
            // The next holder writes over it.
        }
    }

    /** A holder that was named in the file. */
    final class Named {
        private final String id;
        private final Optional<FileMark> written;

        private Named(String id, Optional<FileMark> written) {
            this.id = id;
            this.written = written;
        }

        /** The holder that stands there instead; empty where nobody does, since anyone may delete the file. */
        Optional<LockHolder> successor() throws IOException {
            boolean unchanged = written.isPresent() && written.get().isUnchangedAt(folder.holder());
            return unchanged
                    ? Optional.empty()
                    : read().filter(other -> !other.id().equals(id));
        }
    }
}
