package dev.corbel.dsl.cache;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of the user's own. What another user owns, or could write, or what is a link, is taken for missing. Files that
 * were not used for long go, and the oldest where there are too many.
 */
final class PrivateFolder {
    private static final boolean HAS_OWNERS =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
    private static final int OF_OTHERS = 077;
    private static final int KIND = 0170000;
    private static final int FOLDER = 0040000;
    private static final int FILE = 0100000;

    private static final Duration MAX_AGE = Duration.ofDays(30);
    private static final Duration NOTED_AGAIN = Duration.ofDays(1);

    private final Path folder;
    private final int maxFiles;
    private final long maxBytes;

    PrivateFolder(Path folder, int maxFiles, long maxBytes) {
        this.folder = folder;
        this.maxFiles = maxFiles;
        this.maxBytes = maxBytes;
    }

    /** The content of a file; empty where there is none that can be trusted. */
    Optional<byte[]> read(String name) {
        Path file = folder.resolve(name);
        try {
            if (!isOwn(folder, FOLDER) || !isOwn(file, FILE)) {
                return Optional.empty();
            }
            byte[] content = Files.readAllBytes(file);
            noteUse(file);
            return Optional.of(content);
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private static void noteUse(Path file) {
        try {
            Instant now = Instant.now();
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(NOTED_AGAIN))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        } catch (IOException readOnly) {
            // It is forgotten earlier, then.
        }
    }

    /** Writes a file in one step, and makes room where there is too much. */
    void write(String name, byte[] content) throws IOException {
        Files.createDirectories(folder, attributes("rwx------"));
        if (!isOwn(folder, FOLDER)) {
            throw new IOException("not a folder of one's own: " + folder);
        }
        Path temporary = Files.createTempFile(folder, "new", ".tmp", attributes("rw-------"));
        try {
            Files.write(temporary, content);
            Files.move(
                    temporary,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Deletes what was not used for long, and of too much the older half. */
    void prune() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                entries.add(Entry.of(file));
            }
        }
        entries.sort(Comparator.comparing(Entry::used));
        long bytes = entries.stream().mapToLong(Entry::size).sum();
        int files = entries.size();
        boolean tooMuch = files > maxFiles || bytes > maxBytes;
        Instant unused = Instant.now().minus(MAX_AGE);
        for (Entry entry : entries) {
            boolean excess = tooMuch && (files > maxFiles / 2 || bytes > maxBytes / 2);
            if (!excess && !entry.used().isBefore(unused)) {
                return;
            }
            Files.deleteIfExists(entry.file());
            files--;
            bytes -= entry.size();
        }
    }

    private record Entry(Path file, Instant used, long size) {
        static Entry of(Path file) {
            try {
                return new Entry(file, Files.getLastModifiedTime(file).toInstant(), Files.size(file));
            } catch (IOException gone) {
                return new Entry(file, Instant.EPOCH, 0);
            }
        }
    }

    private static boolean isOwn(Path path, int kind) throws IOException {
        if (!HAS_OWNERS) {
            return true;
        }
        Map<String, Object> found = Files.readAttributes(path, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
        return found.get("mode") instanceof Integer mode
                && (mode & KIND) == kind
                && (mode & OF_OTHERS) == 0
                && Own.USER.equals(found.get("uid"));
    }

    /** The user that this process runs as. */
    private static final class Own {
        private static final Integer USER = find();

        private static Integer find() {
            try {
                return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            } catch (IOException notLinux) {
                return (int) new com.sun.security.auth.module.UnixSystem().getUid();
            }
        }
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return HAS_OWNERS
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
