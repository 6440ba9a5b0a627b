package dev.corbel.state.local;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes files and folders for their owner alone, whatever the umask, where the file system knows owners. */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOR_READERS = PosixFilePermissions.fromString("rw-r--r--");

    private PrivateFiles() {}

    /** Makes a folder and those around it; one that is there stays as it is. */
    public static void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path around = folder.toAbsolutePath().getParent();
        if (around != null) {
            createFolders(around);
        }
        createFolder(folder);
    }

    /**
     * Makes a folder and those around it. One that is there already becomes its owner's alone, where this process may do so:
     * former versions left it as open as the umask.
     */
    public static void createOwnFolder(Path folder) throws IOException {
        createFolders(folder);
        if (isPosix(folder) && !Files.getPosixFilePermissions(folder).equals(FOLDER)) {
            try {
                Files.setPosixFilePermissions(folder, FOLDER);
            } catch (FileSystemException ofSomebodyElse) {
                // Its owner decides.
            }
        }
    }

    /** Makes a folder in one that is there; false where it was there already. */
    static boolean createFolder(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, attributes(folder, FOLDER));
            return true;
        } catch (FileAlreadyExistsException anotherWasFaster) {
            if (!Files.isDirectory(folder)) {
                throw anotherWasFaster;
            }
            return false;
        }
    }

    /** The attributes that a file is made with. */
    public static FileAttribute<?>[] attributes(Path file) {
        return attributes(file, FILE);
    }

    /** Makes a file that others may read as far as the umask lets them, and never write; one that is there stays as it is. */
    public static void createForReaders(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(file, FOR_READERS));
        } catch (FileAlreadyExistsException asItIs) {
            // Its owner has decided who may do what.
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
