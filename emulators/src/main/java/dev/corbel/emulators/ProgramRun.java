package dev.corbel.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The outcome of a program that ran to its end.
 *
 * @param out its stdout
 * @param err its stderr
 */
public record ProgramRun(int exitCode, String out, String err) {

    /** Runs a program to its end. */
    public static ProgramRun of(List<String> command) {
        return of(Path.of("").toAbsolutePath(), command);
    }

    /** Runs a program in a directory to its end. */
    public static ProgramRun of(Path directory, List<String> command) {
        try {
            Path err = Files.createTempFile("program-", ".err");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectError(err.toFile())
                        .start();
                process.getOutputStream().close();
                String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new ProgramRun(process.waitFor(), out, Files.readString(err));
            } finally {
                Files.delete(err);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command.get(0) + " ran", interrupted);
        }
    }
}
