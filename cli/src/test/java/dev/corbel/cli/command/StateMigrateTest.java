package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.cli.testing.TestServices;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked before state moves to a place that has some. */
class StateMigrateTest {
    private static final TestServices FOLDER = TestServices.of("folder-place");
    private static final String RESOURCES = "resource('corbel_data', 'a') { input = 1 }\n";
    private static final String BLOCK = "state('folder') { faster = 30 }\n";

    @TempDir
    private Path directory;

    @Test
    void theQuestionSaysThatStateIsReplaced() {
        Project.of(directory, RESOURCES);
        assertThat(run("", "apply", "--auto-approve").exitCode()).isZero();
        Project.of(directory, BLOCK + RESOURCES);
        assertThat(run("", "state", "migrate", "--auto-approve").exitCode()).isZero();
        assertThat(run("", "state", "mv", "corbel_data.a", "corbel_data.b").exitCode())
                .isZero();

        assertThat(run("no\n", "state", "migrate", "--force")).isEqualTo(new CommandRun(1, "", """
                Move the state of environment "default" (serial 1, 1 resource) from files beside the project to \
                state('folder')? What is there (serial 2, 1 resource) is replaced, and kept as a backup.
                  Only "yes" is taken as approval:\s
                Nothing was changed.
                """));
    }

    private CommandRun run(String input, String... arguments) {
        return FOLDER.among(() -> CommandRun.in(directory, Map.of(), input, arguments));
    }
}
