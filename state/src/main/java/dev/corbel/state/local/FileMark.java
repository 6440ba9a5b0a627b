package dev.corbel.state.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the file that a name stands for from any other one: by its inode, or by its birth where a file system has none. While
 * a file is open its inode belongs to no other.
 *
 * @param key of the file; null where the file system has none
 * @param written when it was written last
 */
record FileMark(@Nullable Object key, FileTime born, FileTime written) {

    /** The file of this name; empty where there is none. */
    static Optional<FileMark> of(Path file) throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new FileMark(found.fileKey(), found.creationTime(), found.lastModifiedTime()));
        } catch (NoSuchFileException | NotDirectoryException gone) {
            return Optional.empty();
        }
    }

    /** Tells whether the name still stands for this file, whatever is in it by now. */
    boolean isAt(Path file) throws IOException {
        return of(file).filter(this::isSameFile).isPresent();
    }

    /** Tells whether the name still stands for this file as it was written. */
    boolean isUnchangedAt(Path file) throws IOException {
        return of(file).filter(this::equals).isPresent();
    }

    private boolean isSameFile(FileMark other) {
        return key == null ? other.born().equals(born) : key.equals(other.key());
    }
}
