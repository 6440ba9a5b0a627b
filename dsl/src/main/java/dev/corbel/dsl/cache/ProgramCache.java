package dev.corbel.dsl.cache;

import dev.corbel.dsl.evaluate.Programs;
import dev.corbel.dsl.program.Program;
import dev.corbel.dsl.syntax.ProgramReader;
import dev.corbel.dsl.syntax.ReadProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps programs in a folder that only its owner can read, each under the hash of its text and of the engine's own
 * version. An entry that cannot be read is written again; a folder that cannot be written keeps nothing.
 */
public final class ProgramCache implements Programs {
    /** Raised when the same text is to be read differently. */
    private static final String LANGUAGE = "2";

    private static final int HASH = 32;
    private static final int MOST_ENTRIES = 400;
    private static final int KEPT_ENTRIES = 200;

    private static final String VERSION = LANGUAGE + "\n" + ProgramShapes.fingerprint() + "\n";

    private final Path folder;

    public ProgramCache(Path folder) {
        this.folder = folder;
    }

    @Override
    public ReadProgram program(String file, String text) {
        Path entry = folder.resolve(name(file, text) + ".program");
        Optional<Program> known = read(entry, file);
        if (known.isPresent()) {
            return new ReadProgram(known.get(), List.of());
        }
        ReadProgram fresh = ProgramReader.read(file, text);
        if (fresh.problems().isEmpty()) {
            write(entry, ProgramWriter.write(fresh.program()));
        }
        return fresh;
    }

    private static Optional<Program> read(Path entry, String file) {
        try {
            byte[] bytes = Files.readAllBytes(entry);
            byte[] content = Arrays.copyOfRange(bytes, HASH, bytes.length);
            boolean whole = MessageDigest.isEqual(Arrays.copyOf(bytes, HASH), hash(content));
            return whole ? Optional.of(ProgramBytes.read(content, file)) : Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private void write(Path entry, byte[] content) {
        try {
            Files.createDirectories(folder, attributes("rwx------"));
            Path temporary = Files.createTempFile(folder, "new", ".tmp", attributes("rw-------"));
            try {
                byte[] bytes = Arrays.copyOf(hash(content), HASH + content.length);
                System.arraycopy(content, 0, bytes, HASH, content.length);
                Files.write(temporary, bytes);
                Files.move(temporary, entry, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            prune();
        } catch (IOException notKept) {
            // The next run reads the file again.
        }
    }

    private void prune() throws IOException {
        List<Path> entries;
        try (Stream<Path> files = Files.list(folder)) {
            entries = files.toList();
        }
        if (entries.size() > MOST_ENTRIES) {
            List<Path> oldest = entries.stream()
                    .sorted(Comparator.comparingLong(ProgramCache::age))
                    .limit(entries.size() - KEPT_ENTRIES)
                    .toList();
            for (Path entry : oldest) {
                Files.deleteIfExists(entry);
            }
        }
    }

    private static long age(Path entry) {
        try {
            return Files.getLastModifiedTime(entry).toMillis();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static String name(String file, String text) {
        String key = VERSION + file + "\n" + text;
        return HexFormat.of().formatHex(hash(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
