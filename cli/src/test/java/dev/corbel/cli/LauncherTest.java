package dev.corbel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with streams as shells hand them over. It starts what the tests were compiled with, and builds nothing. */
class LauncherTest {
    @TempDir
    Path directory;

    @BeforeEach
    void install() throws IOException {
        Project.of(directory.resolve("project"), "resource('corbel_data', 'a') { input = 1 }\n");
        Files.copy(Path.of("..", "corbel"), directory.resolve("corbel"));
        Path built = Files.createDirectories(directory.resolve("target/launcher"));
        Files.writeString(directory.resolve("pom.xml"), "");
        String classPath = System.getProperty("java.class.path");
        Files.writeString(
                built.resolve("arguments"),
                "-XX:TieredStopAtLevel=1\n-cp \"" + classPath.replace("\\", "\\\\") + "\"\n");
    }

    @Test
    void aClosedInputIsNobodyToAsk() {
        CommandRun run = shell("./corbel apply -C project <&-");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).endsWith("""
                Error: There is nobody to ask

                  The input ends before an answer comes.

                  Give --auto-approve, or save the plan with --out and apply the file.
                """);
    }

    @Test
    void aResultThatCannotBeWrittenIsAnError() {
        assertThat(shell("./corbel plan -C project >/dev/full")).isEqualTo(unwritten("No space left on device"));
        assertThat(shell("./corbel plan -C project --json >/dev/full")).isEqualTo(unwritten("No space left on device"));
        assertThat(shell("./corbel plan -C project >&-")).isEqualTo(unwritten("Bad file descriptor"));
    }

    @Test
    void whatWasDoneIsDoneWhereItCannotBeTold() {
        CommandRun apply = shell("./corbel apply -C project --auto-approve >/dev/full");
        assertThat(apply.exitCode()).isEqualTo(1);
        assertThat(apply.err()).contains("corbel_data.a: created");
        assertThat(shell("./corbel state list -C project").out()).isEqualTo("corbel_data.a\n");
    }

    @Test
    void aReaderThatHasEnoughIsNoError() {
        Project.of(
                directory.resolve("project"), "resource('corbel_data', 'a', forEach: 1..3000) { k, v -> input = v }\n");
        assertThat(shell("{ ./corbel plan -C project; echo \"exit code $?\" >&2; } | head -n 1"))
                .isEqualTo(new CommandRun(0, "  + corbel_data.a[\"1\"]\n", "exit code 0\n"));
    }

    @Test
    void aReaderThatTakesNothingIsAnError() {
        CommandRun run = shell("{ sleep 1; ./corbel plan -C project; echo \"exit code $?\" >&2; } | true");
        assertThat(run.err()).isEqualTo(unwritten("Broken pipe").err() + "exit code 1\n");
    }

    private static CommandRun unwritten(String reason) {
        return new CommandRun(1, "", """
                Error: The result could not be written to stdout

                  %s.
                """.formatted(reason));
    }

    private CommandRun shell(String script) {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        try {
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", script).directory(directory.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().keySet().removeIf(name -> name.startsWith("CORBEL_"));
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
