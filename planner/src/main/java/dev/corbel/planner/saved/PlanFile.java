package dev.corbel.planner.saved;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Plans in files. A file begins with the line {@code CORBEL-PLAN VERSION}; the rest is a {@link PlanDocument}, compressed.
 * It is not encrypted: sensitive values stand in it, so only its owner may read it.
 */
public final class PlanFile {
    /** The version of the format. Files of a newer one are refused. */
    public static final int FORMAT = 1;

    private static final byte[] MAGIC = "CORBEL-PLAN ".getBytes(US_ASCII);
    private static final int LONGEST_VERSION = 10;

    private PlanFile() {}

    /** Whether a file is a plan, by its first bytes. */
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

    /** Writes a plan; a file that is there is replaced at once, once everything is written. */
    public static void write(SavedPlan plan, Path file) {
        Path target = file.toAbsolutePath();
        try {
            Path folder = target.getParent();
            Path temporary = Files.createTempFile(folder, ".corbel-plan", ".tmp", privately(target));
            try {
                writeTo(plan, temporary);
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException failure) {
            throw new DiagnosticsException(
                    Diagnostic.error("Cannot write the plan to " + file, reason(failure)), failure);
        }
    }

    private static void writeTo(SavedPlan plan, Path file) throws IOException {
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(file))) {
            output.write(MAGIC);
            output.write((FORMAT + "\n").getBytes(US_ASCII));
            try (GZIPOutputStream compressed = new GZIPOutputStream(output, 1 << 16)) {
                PlanDocument.write(plan, compressed);
            }
        }
    }

    /** Reads a plan; a {@link DiagnosticsException} where the file is none, is damaged or of a newer format. */
    public static SavedPlan read(Path file) {
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
            checkFormat(file, input);
            return document(file, input);
        } catch (NoSuchFileException missing) {
            throw new DiagnosticsException(Diagnostic.error("There is no file " + file, ""), missing);
        } catch (IOException failure) {
            throw new DiagnosticsException(Diagnostic.error("Cannot read the plan " + file, reason(failure)), failure);
        }
    }

    private static SavedPlan document(Path file, InputStream input) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(input, 1 << 16), UTF_8))) {
            SavedPlan plan = PlanDocument.read(lines);
            if (lines.readLine() != null) {
                throw new IOException("there is more after its end");
            }
            return plan;
        } catch (IOException | RuntimeException damage) {
            throw new DiagnosticsException(
                    Diagnostic.error(
                                    "The plan file " + file + " is damaged",
                                    "It was cut off or changed after it was written.")
                            .withHint("Make a new plan."),
                    damage);
        }
    }

    private static void checkFormat(Path file, InputStream input) throws IOException {
        boolean plan = Arrays.equals(input.readNBytes(MAGIC.length), MAGIC);
        StringBuilder version = new StringBuilder();
        for (int next = input.read(); plan && next != '\n'; next = input.read()) {
            plan = next >= '0' && next <= '9' && version.length() < LONGEST_VERSION;
            version.append((char) next);
        }
        if (!plan || version.isEmpty()) {
            throw new DiagnosticsException(Diagnostic.error(
                    file + " is not a plan file", "A plan file begins with \"CORBEL-PLAN\" and a version."));
        }
        long format = Long.parseLong(version.toString());
        if (format != FORMAT) {
            throw new DiagnosticsException(Diagnostic.error(
                            "The plan file " + file + " has format " + format,
                            "This version of Corbel reads format " + FORMAT + ".")
                    .withHint("Apply it with the version that made it, or make a new plan."));
        }
    }

    private static FileAttribute<?>[] privately(Path near) {
        boolean posix = near.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
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
