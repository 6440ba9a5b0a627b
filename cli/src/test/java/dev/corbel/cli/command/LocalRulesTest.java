package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What apps on this machine cannot be is said before anything is done. */
class LocalRulesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "containers { image = 'shop:1' } | This machine runs processes, no images",
                "containers { archive = 'a'; command = ['a']; scale { min = 1; max = 2 } } |"
                        + " This machine runs a fixed number of containers",
                "loadBalancer { certificate = 'c' } | This machine serves HTTP alone",
            })
    void refusals(String component, String summary) {
        CommandRun run = Project.of(folder, """
                        region('here') {
                            provider = 'local'
                            app('shop') { %s }
                        }
                        """.formatted(component)).run("validate");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Error: " + summary + "\n  at environments/default.groovy:3:");
    }

    @Test
    void aSourceThatIsNotThereIsToldWithTheFolder() {
        CommandRun run = Project.of(folder, """
                        resource('local_container', 'web') { name = 'web'; source = 'nowhere'; command = ['sleep', '100'] }
                        """).run("apply", "--auto-approve");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("There is no ", "nowhere", "Paths are relative to the folder of the project.");
    }

    @Test
    void aStopThatLooksAtASourceThatIsNotThereStopsNothing() {
        CommandRun run = Project.of(folder, """
                        resource('local_container_stop', 'all') { name = 'a'; containers = ['web']; sources = ['nowhere'] }
                        """).run("apply", "--auto-approve");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("There is no ", "nowhere", "Paths are relative to the folder of the project.");
    }
}
