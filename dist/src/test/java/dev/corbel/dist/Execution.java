package dev.corbel.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What came of a program. */
record Execution(int exitCode, String out, String err) {
    /** Runs it with the {@code PATH}, these variables and no others. */
    static Execution of(Path directory, Map<String, String> variables, List<String> command) {
        try {
            Path out = Files.createTempFile("out", "");
            Path err = Files.createTempFile("err", "");
            ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
            builder.environment().keySet().retainAll(Set.of("PATH"));
            builder.environment().putAll(variables);
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("%s", command).isTrue();
            Execution ended = new Execution(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return ended;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Runs a program that has to succeed, and returns what it wrote to stdout. */
    static String successful(Path directory, String... command) {
        Execution execution = of(directory, Map.of(), List.of(command));
        assertThat(execution.exitCode())
                .as("%s: %s", List.of(command), execution)
                .isZero();
        return execution.out();
    }
}
