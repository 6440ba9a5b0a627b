package dev.corbel.state.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** All that is done to files, so that tests can let it fail at every step. */
interface Disk {

    /** A file that is being written. */
    interface Output extends Closeable {
        void write(byte[] data, int offset, int length) throws IOException;

        /** Returns when what was written would survive a crash. */
        void sync() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Makes a folder and those around it, for the owner alone. */
    void createFolders(Path folder) throws IOException;

    /** Opens a file for the owner alone; what was in it is gone. */
    Output create(Path file) throws IOException;

    /** Opens a file for the owner alone that is not there yet; else a {@code FileAlreadyExistsException}. */
    Output createNew(Path file) throws IOException;

    /** Puts a file in the place of another one, at once. */
    void rename(Path from, Path to) throws IOException;

    /** Gives a file a second name. */
    void link(Path existing, Path link) throws IOException;

    /** Deletes a file; one that is not there is fine. */
    void delete(Path file) throws IOException;

    /** Returns when the names in a folder would survive a crash. */
    void syncFolder(Path folder) throws IOException;
}
