package dev.corbel.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs scripts with an input that is at its end.
 *
 * @param directory what they run in, and what they write to files beside
 * @param variables what they have beside the {@code PATH}
 */
public record Shell(Path directory, Map<String, String> variables) {
    public Shell {
        variables = Map.copyOf(variables);
    }

    /** The same with one more variable. */
    public Shell with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(variables);
        more.put(name, value);
        return new Shell(directory, more);
    }

    public CommandRun run(String script) {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        try {
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", script).directory(directory.toFile());
            builder.environment().keySet().retainAll(Set.of("PATH"));
            builder.environment().putAll(variables);
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(script).isTrue();
            return new CommandRun(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
