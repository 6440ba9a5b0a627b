package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtTest {
    private static final String UNTIDY = "output('x') {\nvalue=1\n}\n";
    private static final String TIDY = "output('x') {\n    value = 1\n}\n";

    @TempDir
    Path directory;

    @Test
    void laysOutAllDefinitionsAndNamesThem() throws IOException {
        Project project = Project.of(directory, UNTIDY)
                .write("modules/m/main.groovy", UNTIDY)
                .write("modules/m/tidy.groovy", TIDY)
                .write("target/other.groovy", UNTIDY)
                .write(".corbel/other.groovy", UNTIDY);
        Path file = directory.resolve("environments/default.groovy");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        String named = "environments/default.groovy\nmodules/m/main.groovy\n";

        assertThat(project.run("fmt", "--check")).isEqualTo(new CommandRun(1, named, ""));
        assertThat(project.read("environments/default.groovy")).isEqualTo(UNTIDY);
        assertThat(project.run("fmt")).isEqualTo(new CommandRun(0, named, ""));
        assertThat(project.read("environments/default.groovy")).isEqualTo(TIDY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(project.read("target/other.groovy")).isEqualTo(UNTIDY);
        assertThat(project.run("fmt", "--check")).isEqualTo(new CommandRun(0, "", ""));
        try (var files = Files.list(directory.resolve("environments"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void laysOutThePathsThatAreNamed() {
        Project project =
                Project.of(directory, UNTIDY).write("a/b.groovy", UNTIDY).write("c.groovy", UNTIDY);

        assertThat(project.run("fmt", "a", "c.groovy")).isEqualTo(new CommandRun(0, "a/b.groovy\nc.groovy\n", ""));
        assertThat(project.run("fmt", "nosuch").err()).contains("There is no file or folder \"nosuch\"");
    }

    @Test
    void leavesAFileWithSyntaxErrorsAsItIs() {
        Project project = Project.of(directory, UNTIDY + "output('y') {\n").write("m.groovy", UNTIDY);

        CommandRun run = project.run("fmt");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("m.groovy\n");
        assertThat(run.err()).contains("is never closed", "environments/default.groovy:4:13");
    }

    @Test
    void leavesWhatIsNoTextAsItIs() throws IOException {
        Project project = Project.of(directory, TIDY);
        Files.write(directory.resolve("m.groovy"), new byte[] {(byte) 0xff});

        assertThat(project.run("fmt").err()).contains("The file m.groovy is not UTF-8 text");
    }
}
