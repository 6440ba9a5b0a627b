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
        return validateApps("app('shop') { containers { " + containers + " } }");
    }

    private CommandRun validateApps(String apps) {
        return Project.of(folder, """
                        region('office') {
                            provider = 'onprem'
                            zone('a') { host('app1') { address = '192.0.2.7' } }
                            zone('b') { host('app2') { address = '192.0.2.8' } }
                            %s
                        }
                        """.formatted(apps)).run("validate");
    }

    @Test
    void noInstanceIsChosenForScheduledWork() {
        CommandRun run = validate("archive = 'a.tar'; command = ['/bin/a']; scheduledEvents = 'one'");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("Error: No instance on hosts is responsible for scheduled work\n"
                        + "  at environments/default.groovy:5:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "database { highAvailability = true } | No standby on hosts takes over by itself",
                "database { backups { copyToBackupRegion = true } } | Backups on hosts go to no other region"
            })
    void whatADatabaseOnHostsCannotBeIsTold(String database, String problem) {
        CommandRun run = validateApps(
                "app('shop') { containers { archive = 'a.tar'; command = ['/bin/a'] }; " + database + " }");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Error: " + problem);
    }

    @Test
    void theDatabaseOfAnotherAppHasNoPasswordForThisOne() {
        CommandRun run = validateApps("""
                app('shop') {
                    containers { archive = 'a.tar'; command = ['/bin/a']; env = [PASSWORD: app.other.database.password] }
                }
                app('other') { database { } }
                """);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Error: The password is of the database of another app");
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
