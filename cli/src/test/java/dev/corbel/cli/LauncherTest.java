package dev.corbel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.cli.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        Path parts = Files.createDirectories(directory.resolve("launcher"));
        for (String part : List.of("java.sh", "class-path.sh", "source.sh", "java.options")) {
            Files.copy(Path.of("..", "launcher", part), parts.resolve(part));
        }
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
        return new Shell(directory, Map.of("JAVA_HOME", System.getProperty("java.home"), "HOME", directory.toString()))
                .run(script);
    }
}
