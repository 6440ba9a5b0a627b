package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.SampleState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that take the place of state, and those that cannot. */
class StatePushTest {
    @TempDir
    Path project;

    @BeforeEach
    void prepare() throws IOException {
        SampleState.in(project);
    }

    @Test
    void pushesWhatItPulled() throws IOException {
        String pulled = run("state", "pull").out();
        assertThat(pulled).contains("\"format\" : 2", "secret").endsWith("\n");
        Files.writeString(project.resolve("saved.json"), pulled);
        run("state", "rm", "--auto-approve", "corbel_data.first");
        CommandRun refused = run("state", "push", "saved.json");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(answering("no\n", "state", "push", "--force", "saved.json")).isEqualTo(new CommandRun(1, "", """
                        Replace the state of environment "default" (serial 2, 1 resource) by that of the file (serial 1, 2 \
                        resources)?
                          Only "yes" is taken as approval:\s
                        Nothing was changed.
                        """));
        assertThat(run("state", "push", "--force", "--auto-approve", "saved.json"))
                .isEqualTo(new CommandRun(0, """
                        The state of environment "default" is that of the file, with 2 resources.
                        """, """
                        State has serial 3 now. Serial 2 is kept as a backup: corbel state restore default 2
                        """));
        assertThat(run("state", "list").out()).contains("corbel_data.first");
    }

    @Test
    void theQuestionSaysWhereTheFileIsOfAnotherEnvironmentOrLineage() throws IOException {
        String pulled = run("state", "pull").out();
        String lineage = pulled.replaceAll("(?s).*\"lineage\" : \"([^\"]+)\".*", "$1");
        String foreign = pulled.replace(lineage, "6ef3e4a1-0c4e-4b54-9d62-4b2d0a6f9d11");
        save(foreign.replace("\"environment\" : \"default\"", "\"environment\" : \"stage\""));
        assertThat(answering("no\n", "state", "push", "--force", "saved.json").err())
                .isEqualTo("""
                Replace the state of environment "default" (serial 1, 2 resources) by that of the file (of environment "stage", \
                of another lineage, serial 1, 2 resources)?
                  Only "yes" is taken as approval:\s
                Nothing was changed.
                """);
        save(foreign);
        assertThat(answering("no\n", "state", "push", "--force", "saved.json").err())
                .startsWith(
                        "Replace the state of environment \"default\" (serial 1, 2 resources) by that of the file (of another"
                                + " lineage, serial 1, 2 resources)?\n");
    }

    @Test
    void anotherEnvironmentsStateIsAskedForWhereThereIsNone() throws IOException {
        Files.writeString(project.resolve("environments/stage.groovy"), "\n");
        save(run("state", "pull", "default").out());
        assertThat(answering("no\n", "state", "push", "stage", "--force", "saved.json")
                        .err())
                .isEqualTo("""
                Replace the state of environment "stage" (serial 0, 0 resources) by that of the file (of environment "default", \
                serial 1, 2 resources)?
                  Only "yes" is taken as approval:\s
                Nothing was changed.
                """);
    }

    @Test
    void saysWhereAFileIsWrong() throws IOException {
        String pulled = run("state", "pull").out();
        save(pulled.substring(0, pulled.indexOf("\"serial\"") + 4));
        assertThat(run("state", "push", "saved.json")).isEqualTo(new CommandRun(1, "", """
                Error: saved.json is no state that pull printed
                  at saved.json:5:7

                  saved.json:5:7: it ends too early.
                """));
        save(pulled.replace("\"serial\" : 1", "\"serial\" : -1"));
        assertThat(run("state", "push", "--force", "--auto-approve", "saved.json")
                        .err())
                .isEqualTo("""
                Error: saved.json is no state that pull printed
                  at saved.json:5:14

                  saved.json:5:14: a serial is never negative.
                """);
        save(pulled.replace("\"format\" : 2", "\"format\" : 3"));
        assertThat(run("state", "push", "saved.json").err()).isEqualTo("""
                Error: The file has a newer format

                  saved.json has format 3; this version of Corbel reads formats up to 2.

                  Use the version of Corbel that wrote it, or a later one.
                """);
    }

    @Test
    void takesAFileAndNothingElse() {
        assertThat(run("state", "push", "default", ".")).isEqualTo(new CommandRun(1, "", """
                Error: . is a folder

                  A file is needed.

                  Name a file that corbel state pull has printed.
                """));
        assertThat(run("state", "push", "nothing.json").err())
                .isEqualTo("Error: The file nothing.json does not exist\n");
    }

    private void save(String text) throws IOException {
        Files.writeString(project.resolve("saved.json"), text);
    }

    private CommandRun answering(String input, String... arguments) {
        return CommandRun.in(project, Map.of(), input, arguments);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(project, arguments);
    }
}
