package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionTest {
    private static final String STATE = ".corbel/state/default/state.json";
    private static final String RESOURCE = "resource('corbel_data', 'a') { input = 'needle' }\n";
    private static final String ENCRYPTED = "state('local') { encryption { passphrase { } } }\n";
    private static final Map<String, String> RIGHT = Map.of("CORBEL_STATE_PASSPHRASE", "correct horse battery");
    private static final Map<String, String> WRONG = Map.of("CORBEL_STATE_PASSPHRASE", "wrong pony accumulator");
    private static final String APPLIED = "\nApply complete! Resources: 1 added, 0 changed, 0 destroyed.\n";

    @TempDir
    private Path directory;

    private void define(String text) {
        Project.of(directory, text);
    }

    private CommandRun run(Map<String, String> variables, String... arguments) {
        return CommandRun.in(directory, variables, "", arguments);
    }

    private void succeed(Map<String, String> variables, String... arguments) {
        CommandRun run = run(variables, arguments);
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    private String text(String file) throws IOException {
        return Files.readString(directory.resolve(file), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aProjectIsAppliedFromAnEncryptedPlanAndShown() throws IOException {
        define(ENCRYPTED + RESOURCE);
        succeed(RIGHT, "plan", "--out", "saved");

        assertThat(text("saved")).startsWith("CORBEL-PLAN 2\n").doesNotContain("needle");
        assertThat(run(RIGHT, "show", "saved").out()).contains("needle");
        assertThat(run(RIGHT, "apply", "saved").out()).isEqualTo(APPLIED);
        assertThat(text(STATE)).contains("\"encryption\"").doesNotContain("needle", "corbel_data");
        assertThat(run(RIGHT, "state", "list").out()).isEqualTo("corbel_data.a\n");
        assertThat(run(RIGHT, "state", "pull").out()).contains("needle");
    }

    @Test
    void withoutTheRightPassphraseACommandSaysWhatIsMissing() throws IOException {
        define(ENCRYPTED + RESOURCE);
        succeed(RIGHT, "apply", "--auto-approve");
        String before = text(STATE);

        assertThat(run(Map.of(), "plan")).isEqualTo(new CommandRun(1, "", """
                Error: The environment variable CORBEL_STATE_PASSPHRASE is not set
                  at environments/default.groovy:1:18

                    1 | state('local') { encryption { passphrase { } } }
                      |                  ^^^^^^^^^^^

                  It holds the passphrase that state is encrypted with.

                  Set it, or name another one: passphrase { variable = 'NAME' }.
                """));
        assertThat(run(WRONG, "state", "list").err()).isEqualTo("""
                Error: The state was encrypted with another key
                  at environments/default.groovy:1:18

                    1 | state('local') { encryption { passphrase { } } }
                      |                  ^^^^^^^^^^^

                  .corbel/state/default/state.json: It cannot be decrypted with the passphrase in the environment variable CORBEL_STATE_PASSPHRASE.

                  Give the key that it was encrypted with. One that was replaced is named in encryption { …; formerly { … } }.
                """);
        define(RESOURCE);
        assertThat(run(Map.of(), "show").err()).isEqualTo("""
                Error: The state is encrypted

                  .corbel/state/default/state.json: It was encrypted with a key of the kind passphrase, and the definition names no key.

                  Name it in the state block: encryption { passphrase { … } }.
                """);
        assertThat(text(STATE)).isEqualTo(before);
    }

    @Test
    void aPlanInTheClearIsRefusedWhereTheDefinitionAsksForEncryption() {
        define(RESOURCE);
        succeed(RIGHT, "plan", "--out", "saved");
        define(ENCRYPTED + RESOURCE);

        CommandRun apply = run(RIGHT, "apply", "saved");

        assertThat(apply.exitCode()).isEqualTo(1);
        assertThat(apply.err()).contains("Error: The plan is not encrypted");
        assertThat(directory.resolve(STATE)).doesNotExist();
    }

    @Test
    void anEncryptedPlanNeedsTheDefinition() throws IOException {
        define(ENCRYPTED + RESOURCE);
        succeed(RIGHT, "plan", "--out", "saved");
        Files.delete(directory.resolve("environments/default.groovy"));

        assertThat(run(RIGHT, "apply", "saved")).isEqualTo(new CommandRun(1, "", """
                Error: Definition of environment "default" not found

                  The plan is encrypted, and the state block of the definition says with which keys.

                  Put environments/default.groovy back.
                """));
    }

    @Test
    void theKeyIsChangedAndEncryptionSwitchedOffWithTheNextApplies() throws IOException {
        Map<String, String> both =
                Map.of("CORBEL_STATE_PASSPHRASE", "correct horse battery", "SECOND", "another horse battery");
        define(ENCRYPTED + RESOURCE);
        succeed(RIGHT, "apply", "--auto-approve");
        define("""
                state('local') {
                    encryption {
                        passphrase { variable = 'SECOND' }
                        formerly { passphrase { } }
                    }
                }
                """ + RESOURCE);
        succeed(both, "apply", "--auto-approve");
        define("state('local') { encryption { passphrase { variable = 'SECOND' } } }\n" + RESOURCE);
        assertThat(run(both, "state", "list").out()).isEqualTo("corbel_data.a\n");
        define("""
                state('local') {
                    encryption {
                        unencrypted { }
                        formerly { passphrase { variable = 'SECOND' } }
                    }
                }
                """ + RESOURCE);
        succeed(both, "apply", "--auto-approve");
        define(RESOURCE);
        assertThat(run(Map.of(), "state", "list").out()).isEqualTo("corbel_data.a\n");
        assertThat(text(STATE)).contains("needle");
    }

    @Test
    void anEncryptedBackupIsPushed() {
        define(ENCRYPTED + RESOURCE);
        succeed(RIGHT, "apply", "--auto-approve");
        define(ENCRYPTED + RESOURCE.replace("needle", "pin"));
        succeed(RIGHT, "apply", "--auto-approve");
        String backup = ".corbel/state/default/backups/000001-serial-1.json";

        succeed(RIGHT, "state", "push", "--force", "--auto-approve", backup);

        assertThat(run(RIGHT, "state", "show", "corbel_data.a").out()).contains("needle");
    }
}
