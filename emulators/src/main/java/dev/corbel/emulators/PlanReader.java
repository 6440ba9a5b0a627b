package dev.corbel.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of others that read plans, each started by its script in {@code emulators/}; see {@link PlanReaderExtension}. */
public enum PlanReader {
    CHECKOV("checkov"),
    TERRAFORM_COMPLIANCE("terraform-compliance");

    private final String script;

    PlanReader(String script) {
        this.script = script;
    }

    /**
     * What came of a run.
     *
     * @param out what it wrote to stdout
     * @param err what it wrote to stderr
     */
    public record Run(int exitCode, String out, String err) {}

    /** Runs it to its end; the first run on a machine installs it. */
    public Run run(Path directory, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(EmulatorProcess.path(script).toString()));
        command.addAll(List.of(arguments));
        try {
            Path err = Files.createTempFile(script, ".err");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectError(err.toFile())
                        .start();
                String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Run(process.waitFor(), out, Files.readString(err));
            } finally {
                Files.delete(err);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + script + " ran", interrupted);
        }
    }
}
