package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Folders;
import dev.corbel.cli.testing.Project;
import dev.corbel.cli.testing.TestServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A remote place in which somebody put everything back as it was, or which somebody emptied. */
class OldStateTest {
    private static final TestServices FOLDER = TestServices.of("folder-place");
    private static final String BLOCK = "state('folder') { faster = 30 }\n";
    private static final String NO_CHANGES = "No changes. Your infrastructure matches the definition.\n";

    @TempDir
    private Path directory;

    @TempDir
    private Path elsewhere;

    @BeforeEach
    void applyOnce() {
        define(BLOCK, 1);
        succeed("apply", "--auto-approve");
    }

    private void define(String block, int value) {
        Project.of(directory, block + "resource('corbel_data', 'a') { input = " + value + " }\n");
    }

    private CommandRun run(String... arguments) {
        return FOLDER.among(() -> CommandRun.in(directory, arguments));
    }

    private String succeed(String... arguments) {
        CommandRun run = run(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    private void expectRefusal(String message) {
        for (String command : new String[] {"plan", "apply"}) {
            CommandRun refused = run(command);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).isEqualTo(message);
        }
    }

    @Test
    void anOlderStateThanWasSeenIsRefused() throws IOException {
        Folders.copy(directory.resolve("place"), elsewhere.resolve("old"));
        define(BLOCK, 2);
        succeed("apply", "--auto-approve");
        Folders.delete(directory.resolve("place"));
        Folders.copy(elsewhere.resolve("old"), directory.resolve("place"));

        expectRefusal("""
                Error: The state of environment "default" is older than it was

                  In state('folder') it has serial 1. The last one that this project saw had serial 2, in state('folder'). A plan from an \
                old copy would undo or repeat what was done since.

                  Find out who put it back. Where the old one is right, delete .corbel/seen/default.json.
                """);

        Files.delete(directory.resolve(".corbel/seen/default.json"));
        assertThat(succeed("plan")).endsWith("Plan: 0 to add, 1 to change, 0 to destroy.\n");
    }

    @Test
    void aStateThatIsGoneIsRefused() throws IOException {
        Folders.delete(directory.resolve("place"));

        expectRefusal("""
                Error: The state of environment "default" is gone

                  There is none in state('folder'). The last one that this project saw had serial 1, in state('folder'). A plan without it would \
                create everything again.

                  Where the state block has changed: corbel state migrate default --from FILE, with the definition as it was. \
                To start anew and forget all that exists, delete .corbel/seen/default.json.
                """);
    }

    @Test
    void aStateBlockThatWasRemovedForgetsNothing() {
        define("", 1);
        assertThat(run("plan").err()).startsWith("""
                Error: The state of environment "default" is gone

                  There is none in files beside the project.""");

        Project.of(elsewhere, BLOCK);
        succeed(
                "state",
                "migrate",
                "--auto-approve",
                "--from",
                elsewhere.resolve("environments/default.groovy").toString());
        assertThat(succeed("plan")).isEqualTo(NO_CHANGES);
    }

    @Test
    void anOlderStateBesideTheProjectIsRefusedToo() throws IOException {
        Project.of(elsewhere, "resource('corbel_data', 'a') { input = 1 }\n");
        Project local = new Project(elsewhere);
        local.succeed("apply", "--auto-approve");
        Project.of(elsewhere, "resource('corbel_data', 'a') { input = 2 }\n");
        local.succeed("apply", "--auto-approve");
        Path state = elsewhere.resolve(".corbel/state/default");
        Files.copy(
                state.resolve("backups/000001-serial-1.json"),
                state.resolve("state.json"),
                StandardCopyOption.REPLACE_EXISTING);

        for (List<String> command : List.of(
                List.of("plan"),
                List.of("state", "rm", "corbel_data.a", "--auto-approve"),
                List.of("state", "mv", "corbel_data.a", "corbel_data.b"))) {
            assertThat(local.run(command.toArray(String[]::new)).err())
                    .startsWith("Error: The state of environment \"default\" is older than it was\n");
        }
        local.write("pulled.json", local.succeed("state", "pull").out());
        assertThat(local.succeed("state", "push", "--force", "--auto-approve", "pulled.json")
                        .err())
                .contains("State has serial 3 now.");
    }

    @Test
    void whatPeopleAreToldToPutInThePlaceOfAStateThatIsCorruptIsTaken() throws IOException {
        Project.of(elsewhere, "resource('corbel_data', 'a') { input = 1 }\n");
        Project local = new Project(elsewhere);
        local.succeed("apply", "--auto-approve");
        Project.of(elsewhere, "resource('corbel_data', 'a') { input = 2 }\n");
        local.succeed("apply", "--auto-approve");
        Path state = elsewhere.resolve(".corbel/state/default");
        Files.writeString(state.resolve("state.json"), "{");
        assertThat(local.run("plan").err()).contains("Copy it to .corbel/state/default/state.json");

        Files.copy(
                state.resolve("backups/000001-serial-1.json"),
                state.resolve("state.json"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(local.succeed("plan").out()).endsWith("Plan: 0 to add, 1 to change, 0 to destroy.\n");
    }

    @Test
    void whoDeletesTheFolderBesideTheProjectStartsAnew() throws IOException {
        Project.of(elsewhere, "resource('corbel_data', 'a') { input = 1 }\n");
        Project local = new Project(elsewhere);
        local.succeed("apply", "--auto-approve");
        Folders.delete(elsewhere.resolve(".corbel/state"));

        for (int time = 0; time < 2; time++) {
            CommandRun plan = local.succeed("plan");
            assertThat(plan.out()).endsWith("Plan: 1 to add, 0 to change, 0 to destroy.\n");
            assertThat(plan.err()).isEqualTo("""
                    Warning: The state of environment "default" is gone, so this starts anew

                      There is none in files beside the project. The last one that this project saw there had serial 1 and 1 instance, and \
                    a plan without it creates them again.

                      Where that was not meant to be, put .corbel/state/default back before you apply. The next apply ends this \
                    warning, and so does deleting .corbel/seen/default.json.
                    """);
        }
        assertThat(local.succeed("apply", "--auto-approve").err()).contains("is gone, so this starts anew");
        assertThat(local.succeed("plan").err()).doesNotContain("Warning");
    }

    @Test
    void whatWasDestroyedMayBeGone() throws IOException {
        succeed("destroy", "--auto-approve");
        Folders.delete(directory.resolve("place"));

        assertThat(succeed("plan")).endsWith("Plan: 1 to add, 0 to change, 0 to destroy.\n");
    }

    @Test
    void whatWasPutBackOnPurposeIsTaken() {
        define(BLOCK, 2);
        succeed("apply", "--auto-approve");
        succeed("state", "restore", "1", "--auto-approve");

        assertThat(succeed("plan")).endsWith("Plan: 0 to add, 1 to change, 0 to destroy.\n");
    }

    @Test
    void whatWasSeenIsNeitherNeededNorSecret() throws IOException {
        Path seen = directory.resolve(".corbel/seen/default.json");
        assertThat(Files.readString(seen))
                .matches(
                        "\\{\"instances\":1,\"lineage\":\"[0-9a-f-]{36}\",\"place\":\"state\\('folder'\\)\",\"serial\":1}");

        Files.writeString(seen, "damaged");

        assertThat(succeed("plan")).isEqualTo(NO_CHANGES);
    }
}
