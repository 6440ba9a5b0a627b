package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void noInstanceIsChosenForScheduledWork() {
        CommandRun run = validate("archive = 'a.tar'; command = ['/bin/a']; scheduledEvents = 'one'");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("Error: No instance on hosts is responsible for scheduled work\n"
                        + "  at environments/default.groovy:4:");
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
