package dev.corbel.dsl.cache;

import dev.corbel.dsl.program.Program;
import dev.corbel.dsl.syntax.ProgramReader;
import dev.corbel.dsl.syntax.Programs;
import dev.corbel.dsl.syntax.ReadProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Keeps programs in a folder of the user. An entry says in itself which text, which build of the engine and which Java it
 * is for, so that none can stand in for another, whatever its file is called. An entry that cannot be read is written
 * again; a folder that cannot be written, or that others can write, keeps nothing.
 */
public final class ProgramCache implements Programs {
    private static final int HASH = 32;
    private static final int MAX_ENTRIES = 1000;
    private static final long MAX_BYTES = 256L << 20;

    private final PrivateFolder folder;
    private final String version;
    private boolean pruned;

    private ProgramCache(PrivateFolder folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    /** Keeps programs in a folder; reads every text anew where this build cannot be told from another. */
    public static Programs in(Path folder) {
        try {
            return in(folder, EngineBuild.name());
        } catch (IOException unknown) {
            return ProgramReader::read;
        }
    }

    static Programs in(Path folder, String build) {
        PrivateFolder files = new PrivateFolder(folder, MAX_ENTRIES, MAX_BYTES);
        return new ProgramCache(files, build + "\n" + ProgramShapes.fingerprint() + "\n");
    }

    @Override
    public ReadProgram program(String file, String text) {
        byte[] key = hash((version + file + "\n" + text).getBytes(StandardCharsets.UTF_8));
        String name = HexFormat.of().formatHex(key) + ".program";
        Optional<Program> known = folder.read(name).flatMap(bytes -> program(bytes, key, file));
        if (known.isPresent()) {
            return new ReadProgram(known.get(), List.of());
        }
        ReadProgram fresh = ProgramReader.read(file, text);
        if (fresh.problems().isEmpty()) {
            keep(name, key, ProgramWriter.write(fresh.program()));
        }
        return fresh;
    }

    /** The program of an entry: its hash, its key, and the program. */
    private static Optional<Program> program(byte[] bytes, byte[] key, String file) {
        try {
            byte[] content = Arrays.copyOfRange(bytes, HASH, bytes.length);
            boolean whole = MessageDigest.isEqual(Arrays.copyOf(bytes, HASH), hash(content))
                    && MessageDigest.isEqual(Arrays.copyOf(content, HASH), key);
            return whole
                    ? Optional.of(ProgramBytes.read(Arrays.copyOfRange(content, HASH, content.length), file))
                    : Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private void keep(String name, byte[] key, byte[] program) {
        byte[] content = Arrays.copyOf(key, HASH + program.length);
        System.arraycopy(program, 0, content, HASH, program.length);
        byte[] bytes = Arrays.copyOf(hash(content), HASH + content.length);
        System.arraycopy(content, 0, bytes, HASH, content.length);
        try {
            folder.write(name, bytes);
            if (!pruned) {
                pruned = true;
                folder.prune();
            }
        } catch (IOException notKept) {
            // The next run reads the file again.
        }
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
