package dev.corbel.cli.command;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.LockHolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see where the definition is right and something else is not. */
class TroubleTest {
    private static final String DEFINITION = """
            resource('corbel_data', 'a') { input = 1 }
            resource('corbel_data', 'b') { input = corbel_data.a.id }
            """;

    @TempDir
    Path directory;

    @Test
    void aCorruptStateFileIsNotOverwritten() throws IOException {
        Project project = Project.of(directory, DEFINITION);
        project.succeed("apply", "--auto-approve");
        Path state = stateFile();
        Files.writeString(state, Files.readString(state).substring(0, 200));
        assertGolden("trouble/corrupt-state.txt", project.transcript("plan"));
        assertGolden("trouble/corrupt-state.txt", project.transcript("state", "list"));
        assertThat(Files.size(state)).isEqualTo(200);
    }

    @Test
    void aLockNamesItsHolder() {
        Project project = Project.of(directory, DEFINITION);
        LockHolder holder =
                new LockHolder("1234", "ada", "build-7", 42, "apply default", Instant.parse("2025-01-02T03:04:05Z"));
        try (StateTransaction held = new LocalStateStore(directory, "default", "test").begin(holder, Duration.ZERO)) {
            assertThat(held.initial().serial()).isZero();
            assertGolden("trouble/locked.txt", project.transcript("plan"));
            assertGolden("trouble/locked.txt", project.transcript("apply", "--auto-approve", "--lock-timeout", "1ms"));
        }
        assertThat(project.succeed("plan").out()).endsWith("Plan: 2 to add, 0 to change, 0 to destroy.\n");
    }

    @Test
    void aPlanOfANewerFormatIsRefused() throws IOException {
        Project project = Project.of(directory, DEFINITION);
        Files.writeString(directory.resolve("saved"), "CORBEL-PLAN 3\nsomething new");
        assertGolden("trouble/plan-of-newer-format.txt", project.transcript("apply", "saved"));
        assertGolden("trouble/plan-of-newer-format.txt", project.transcript("show", "saved"));
    }

    @Test
    void aStalePlanIsRefusedAndTheLockReleased() {
        Project project = Project.of(directory, DEFINITION);
        project.succeed("plan", "--out", "saved");
        project.succeed("apply", "--auto-approve");
        assertGolden("trouble/stale-plan.txt", project.transcript("apply", "saved"));
        project.succeed("plan");
    }

    @Test
    void variablesBesideASavedPlanAreRefused() {
        Project project = Project.of(directory, DEFINITION);
        project.succeed("plan", "--out", "saved");
        assertGolden("trouble/variables-beside-plan.txt", project.transcript("apply", "saved", "--var", "a=b"));
    }

    @Test
    void aSavedPlanIsAppliedWhateverBecomesOfTheDefinition() {
        Project project = Project.of(directory, DEFINITION);
        project.succeed("plan", "--out", "saved");
        project.write("environments/default.groovy", "this is no definition {");
        assertThat(project.succeed("apply", "saved").out())
                .isEqualTo("\nApply complete! Resources: 2 added, 0 changed, 0 destroyed.\n");
    }

    @Test
    void aFailureNamesWhatIsDoneFailedAndSkipped() {
        Project project = Project.of(directory, """
                resource('sim_object', 'good') { value = 1 }
                resource('sim_object', 'bad') {
                    name = 'x'
                    fail = ['create']
                }
                resource('sim_object', 'after') { value = sim_object.bad.id }
                """);
        CommandRun apply = project.run("apply", "--auto-approve");
        assertThat(apply.exitCode()).isEqualTo(1);
        assertThat(apply.out()).endsWith("Plan: 3 to add, 0 to change, 0 to destroy.\n");
        assertGolden("trouble/failure.txt", apply.err().substring(apply.err().indexOf("Error:")));
        assertThat(project.succeed("state", "list").out()).isEqualTo("sim_object.good\n");
    }

    @Test
    void anObjectThatWasForgottenIsImportedAgain() throws IOException {
        Project project = Project.of(directory, "resource('sim_object', 'a') { name = 'a' }\n");
        project.succeed("apply", "--auto-approve");
        String id =
                project.succeed("state", "show", "sim_object.a").out().replaceAll("(?s).* id +=.\"([^\"]+)\".*", "$1");
        project.succeed("state", "rm", "--auto-approve", "sim_object.a");
        assertThat(project.run("import", "sim_object.a", id))
                .isEqualTo(new CommandRun(0, "Imported sim_object.a from " + id + "\n", ""));
        assertThat(project.succeed("plan").out())
                .isEqualTo("No changes. Your infrastructure matches the definition.\n");
        assertThat(project.run("import", "sim_object.a", id).err()).isEqualTo("""
                        Error: sim_object.a is in state already

                          An address has one object.

                          To forget the one in state: corbel state rm default 'sim_object.a'
                        """);
        assertThat(project.run("import", "sim_object.b", id).err()).isEqualTo("""
                        Error: Resource "sim_object.b" not found in the definition

                          Only what has a block can be imported.

                          Did you mean "sim_object.a"?
                        """);
    }

    @Test
    void anObjectOfAnotherAddressIsNotImported() throws IOException {
        String a = "resource('sim_object', 'a') { name = 'a' }\n";
        Project project = Project.of(directory, a);
        project.succeed("apply", "--auto-approve");
        String id =
                project.succeed("state", "show", "sim_object.a").out().replaceAll("(?s).* id +=.\"([^\"]+)\".*", "$1");
        String b = "resource('sim_object', 'b') { name = 'b' }\n";
        project.write("environments/default.groovy", a + b);
        String problem = """
                Error: ID is sim_object.a in state
                  at environments/default.groovy:PLACE, in sim_object.b

                  An object has one address. With two, what ends at the one would be deleted at the other.

                  To give it this address: corbel state mv default 'sim_object.a' 'sim_object.b'. To let go of it there first: \
                corbel state rm default 'sim_object.a'
                """.replace("ID", id);
        assertThat(withoutExcerpt(project.run("import", "sim_object.b", id)))
                .isEqualTo(new CommandRun(1, "", problem.replace("PLACE", "2:1")));
        project.write("environments/default.groovy", a + b + "adopt(sim_object.b) { id = '" + id + "' }\n");
        assertThat(withoutExcerpt(project.run("plan")).err()).contains(problem.replace("PLACE", "3:1"));
        assertThat(project.succeed("state", "list").out()).isEqualTo("sim_object.a\n");
    }

    private static CommandRun withoutExcerpt(CommandRun run) {
        return new CommandRun(run.exitCode(), run.out(), run.err().replaceAll("(?m)\n( +\\d* \\|.*\n)+", ""));
    }

    private Path stateFile() {
        return directory.resolve(".corbel/state/default/state.json");
    }
}
