package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State remembers {@code preventDestroy} whatever people do with it. */
class PreventDestroyTest {
    private static final String NOTHING = "provider('simulator') { }\n";
    private static final String KEYS = """
            provider('simulator') { }
            resource('sim_object', 'db', forEach: ['a', "b's"]) { key ->
                name = key
                lifecycle { preventDestroy = true }
            }
            """;

    @TempDir
    Path directory;

    private Project project = new Project(Path.of("."));

    @BeforeEach
    void applied() {
        project = Project.of(directory, KEYS);
        project.succeed("apply", "--auto-approve");
    }

    private void expectRefusal(String address) {
        Project.of(directory, NOTHING);
        CommandRun plan = project.run("plan");
        assertThat(plan.exitCode()).isEqualTo(1);
        assertThat(plan.err()).contains("Error: " + address + " must not be destroyed\n", "default.groovy:4,");
    }

    @Test
    void theErrorNamesTheAddressTheLineAndBothWaysOut() {
        Project.of(directory, KEYS.replace(", \"b's\"", ""));

        assertThat(project.run("apply", "--auto-approve").err()).endsWith("""
                Error: sim_object.db["b's"] must not be destroyed
                  in sim_object.db["b's"]

                  preventDestroy was set for it at environments/default.groovy:4, but the plan has to delete it.

                  Undo the change, or leave it out with --exclude. To let it go: apply it with preventDestroy = false first, or \
                put removed(sim_object.db['b\\'s']) { destroy = true } in the place of its block.
                """);
        assertThat(project.succeed("state", "list").out()).isEqualTo("sim_object.db[\"a\"]\nsim_object.db[\"b's\"]\n");
    }

    @Test
    void whatTheHintSaysCanBeCopied() {
        Project.of(
                directory,
                NOTHING + "removed(sim_object.db['a']) { destroy = true }\n"
                        + "removed(sim_object.db['b\\'s']) { destroy = true }\n");

        assertThat(project.succeed("apply", "--auto-approve").out()).contains("2 destroyed");
    }

    @Test
    void stateShowsIt() {
        assertThat(project.succeed("state", "show", "sim_object.db[a]").out())
                .startsWith("sim_object.db[\"a\"]  # preventDestroy, set at environments/default.groovy:4\n");
        assertThat(project.succeed("show").out())
                .contains("sim_object.db[\"a\"]  # preventDestroy, set at environments/default.groovy:4\n");
    }

    @Test
    void anotherAddressDoesNotLiftIt() {
        project.succeed("state", "mv", "sim_object.db[a]", "sim_object.other");

        expectRefusal("sim_object.other");
    }

    @Test
    void pulledAndPushedStateStillHasIt() {
        project.write("saved.json", project.succeed("state", "pull").out());
        project.succeed("state", "rm", "--auto-approve", "sim_object.db");
        project.succeed("state", "push", "--force", "--auto-approve", "saved.json");

        expectRefusal("sim_object.db[\"a\"]");
    }

    @Test
    void restoredStateStillHasIt() {
        project.succeed("state", "rm", "--auto-approve", "sim_object.db");
        project.succeed("state", "restore", "--auto-approve", "1");

        expectRefusal("sim_object.db[\"a\"]");
    }

    @Test
    void importedObjectsHaveIt() {
        String id = project.succeed("state", "show", "sim_object.db[a]")
                .out()
                .replaceAll("(?s).*id += \"([^\"]+)\".*", "$1");
        project.succeed("state", "rm", "--auto-approve", "sim_object.db[a]");
        project.succeed("import", "sim_object.db[a]", id);

        expectRefusal("sim_object.db[\"a\"]");
    }

    @Test
    void aSavedPlanRecordsIt() {
        Project.of(directory, KEYS.replace("true", "false"));
        project.succeed("plan", "--out", "plan");
        Project.of(directory, NOTHING);
        project.succeed("apply", "plan");

        assertThat(project.succeed("apply", "--auto-approve").out()).contains("2 destroyed");
    }
}
