package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What apps on hosts cannot be is said before anything is done. */
class OnpremRulesTest {
    @TempDir
    Path folder;

    private CommandRun validate(String containers) {
        return Project.of(folder, """
                        region('office') {
                            provider = 'onprem'
                            host('app1') { address = '192.0.2.7' }
                            app('shop') { containers { %s } }
                        }
                        """.formatted(containers)).run("validate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "image = 'shop:1' | Hosts run services from archives",
                "archive = 'a.tar'; command = ['/bin/a']; scheduledEvents = 'one' |"
                        + " No instance on hosts is responsible for scheduled work",
            })
    void refusals(String containers, String summary) {
        CommandRun run = validate(containers);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Error: " + summary + "\n  at environments/default.groovy:4:");
    }

    @Test
    void aResourceWithoutAHostIsToldWhereToGo() {
        CommandRun run = Project.of(folder, """
                        provider('onprem') { user = 'admin' }
                        resource('onprem_directory', 'data') { path = '/srv/data' }
                        """).run("plan");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("provider('onprem') stands for no host", "such as provider = 'onprem.web-1'");
    }
}
