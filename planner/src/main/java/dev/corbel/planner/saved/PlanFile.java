package dev.corbel.planner.saved;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.encryption.ContentKind;
import dev.corbel.state.encryption.DecryptionException;
import dev.corbel.state.encryption.EncryptionKey;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.json.SealedDocument;
import dev.corbel.state.local.PrivateFiles;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Plans in files. A file begins with the line {@code CORBEL-PLAN VERSION}; the rest is a {@link PlanDocument}, compressed: in
 * version 1 as it is, in version 2 in a {@link SealedDocument}. Sensitive values stand in it, so only its owner may read it.
 */
public final class PlanFile {
    /** The version of the format of plans in the clear. */
    public static final int FORMAT = 1;
    /** The version of the format of encrypted plans, and the newest one; files of a newer one are refused. */
    public static final int ENCRYPTED_FORMAT = 2;

    private static final byte[] MAGIC = "CORBEL-PLAN ".getBytes(US_ASCII);
    private static final int MAX_VERSION_LENGTH = 10;

    private PlanFile() {}

    /** Tells whether a file is a plan, by its first bytes. */
    public static boolean isPlan(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream input = Files.newInputStream(file)) {
            return Arrays.equals(input.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The head of a plan, readable without a key. Only reading the plan shows whether it is true. */
    public record Label(String environment, boolean encrypted) {}

    /** Says what a file is about; errors as in {@link #read}. */
    public static Label label(Path file) {
        return reading(file, (format, input) -> {
            if (format == ENCRYPTED_FORMAT) {
                return new Label(SealedDocument.label(input).environment(), true);
            }
            try (BufferedReader lines = lines(input)) {
                return new Label(PlanDocument.readEnvironment(lines), false);
            }
        });
    }

    /**
     * Writes a plan; a file that is there is replaced at once, once everything is written.
     *
     * @param encryption how plans of its environment are kept
     */
    public static void write(SavedPlan plan, Path file, StateEncryption encryption) {
        Path target = file.toAbsolutePath();
        Path folder = Objects.requireNonNull(target.getParent());
        if (!Files.isDirectory(folder)) {
            throw new DiagnosticsException(
                    Diagnostic.error("Cannot write the plan to " + file, "Folder " + folder + " not found."));
        }
        try {
            Path temporary = Files.createTempFile(folder, ".corbel-plan", ".tmp", PrivateFiles.attributes(target));
            try {
                writeTo(plan, temporary, encryption.encryptionKey());
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException failure) {
            throw new DiagnosticsException(
                    Diagnostic.error("Cannot write the plan to " + file, unwritable(folder, failure)), failure);
        }
    }

    private static void writeTo(SavedPlan plan, Path file, Optional<EncryptionKey> key) throws IOException {
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(file))) {
            output.write(MAGIC);
            output.write(((key.isPresent() ? ENCRYPTED_FORMAT : FORMAT) + "\n").getBytes(US_ASCII));
            if (key.isPresent()) {
                SealedDocument.write(labelOf(plan), key.get(), output, clear -> writeTo(plan, clear));
            } else {
                writeTo(plan, output);
            }
        }
    }

    private static void writeTo(SavedPlan plan, OutputStream output) throws IOException {
        GZIPOutputStream compressed = new GZIPOutputStream(output, 1 << 16);
        PlanDocument.write(plan, compressed);
        compressed.finish();
    }

    private static SealedDocument.Label labelOf(SavedPlan plan) {
        return new SealedDocument.Label(
                ContentKind.PLAN,
                plan.environment(),
                plan.stored().lineage(),
                plan.stored().serial(),
                "");
    }

    /**
     * Reads a plan.
     *
     * @param encryption how plans of its environment are kept
     * @throws DiagnosticsException where the file is none, is damaged, of a newer format, or cannot be decrypted
     */
    public static SavedPlan read(Path file, StateEncryption encryption) {
        return reading(file, (format, input) -> {
            if (format == FORMAT) {
                encryption.checkClear(ContentKind.PLAN);
                return document(input);
            }
            return SealedDocument.read(input, ContentKind.PLAN, encryption, (label, clear) -> {
                SavedPlan plan = document(clear);
                if (!labelOf(plan).equals(label)) {
                    throw DecryptionException.malformed(ContentKind.PLAN, "It does not hold what it says to be");
                }
                return plan;
            });
        });
    }

    private static SavedPlan document(InputStream input) throws IOException {
        BufferedReader lines = lines(input);
        SavedPlan plan = PlanDocument.read(lines);
        if (lines.readLine() != null) {
            throw new IOException("there is more after its end");
        }
        return plan;
    }

    private static BufferedReader lines(InputStream input) throws IOException {
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(input, 1 << 16), UTF_8));
    }

    private interface Reading<T> {
        T read(int format, InputStream input) throws IOException;
    }

    private static <T> T reading(Path file, Reading<T> reading) {
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
            return content(file, checkFormat(file, input), input, reading);
        } catch (NoSuchFileException missing) {
            throw new DiagnosticsException(Diagnostic.error("File " + file + " not found", ""), missing);
        } catch (IOException failure) {
            throw new DiagnosticsException(Diagnostic.error("Cannot read the plan " + file, reason(failure)), failure);
        }
    }

    private static <T> T content(Path file, int format, InputStream input, Reading<T> reading) {
        try {
            return reading.read(format, input);
        } catch (DecryptionException sealed) {
            throw sealed.problem(String.valueOf(file), "Make a new plan.");
        } catch (DiagnosticsException problem) {
            throw problem;
        } catch (IOException | RuntimeException damage) {
            Diagnostic problem = Diagnostic.error(
                            "The plan file " + file + " is damaged", "It was cut off or changed after it was written.")
                    .withHint("Make a new plan.");
            // A parser quotes what it could not read, and logs show causes.
            throw damage instanceof JsonProcessingException
                    ? new DiagnosticsException(problem)
                    : new DiagnosticsException(problem, damage);
        }
    }

    private static int checkFormat(Path file, InputStream input) throws IOException {
        boolean plan = Arrays.equals(input.readNBytes(MAGIC.length), MAGIC);
        StringBuilder version = new StringBuilder();
        for (int next = input.read(); plan && next != '\n'; next = input.read()) {
            plan = next >= '0' && next <= '9' && version.length() < MAX_VERSION_LENGTH;
            version.append((char) next);
        }
        if (!plan || version.isEmpty()) {
            throw new DiagnosticsException(Diagnostic.error(
                    file + " is not a plan file", "A plan file begins with \"CORBEL-PLAN\" and a version."));
        }
        long format = Long.parseLong(version.toString());
        if (format != FORMAT && format != ENCRYPTED_FORMAT) {
            throw new DiagnosticsException(Diagnostic.error(
                            "The plan file " + file + " has format " + format,
                            "This version of Corbel reads formats " + FORMAT + " and " + ENCRYPTED_FORMAT + ".")
                    .withHint("Apply it with the version that made it, or make a new plan."));
        }
        return (int) format;
    }

    /** Names the folder, not the file of a moment in it. */
    private static String unwritable(Path folder, IOException failure) {
        return failure instanceof AccessDeniedException
                ? "The folder " + folder + " is not writable."
                : reason(failure);
    }

    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist.";
        }
        if (failure instanceof FileSystemException problem && problem.getReason() != null) {
            return problem.getReason() + ".";
        }
        return String.valueOf(failure.getMessage());
    }
}
