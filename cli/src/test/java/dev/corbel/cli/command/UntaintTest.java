package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects that were left half-made and are good all the same. */
class UntaintTest {
    private static final String OBJECTS = """
            provider('simulator') { }
            resource('sim_object', 'a') { name = 'a'; fail = FAIL }
            resource('sim_object', 'whole') { name = 'whole' }
            """;

    @TempDir
    Path directory;

    private Project project = new Project(Path.of("."));

    @BeforeEach
    void halfMade() {
        project = Project.of(directory, OBJECTS.replace("FAIL", "['create-partial']"));
        assertThat(project.run("apply", "--auto-approve").exitCode()).isEqualTo(1);
        Project.of(directory, OBJECTS.replace("FAIL", "null"));
    }

    @Test
    void theNextPlanKeepsTheObject() {
        assertThat(project.succeed("plan").out()).contains("1 to add, 0 to change, 1 to destroy");

        assertThat(project.succeed("untaint", "sim_object.a"))
                .isEqualTo(new CommandRun(0, "Untainted sim_object.a\n", """
                        State has serial 2 now. Serial 1 is kept as a backup: corbel state restore default 1
                        """));

        assertThat(project.succeed("plan").out()).contains("No changes.");
    }

    @Test
    void theEnvironmentMayBeNamed() {
        assertThat(project.succeed("untaint", "default", "sim_object.a").out()).isEqualTo("Untainted sim_object.a\n");
    }

    @Test
    void neitherADeclarationNorAProviderIsNeeded() {
        Project.of(directory, "provider('nobody') { }\nresource('nobody_thing', 'x') { }\n");

        assertThat(project.succeed("untaint", "sim_object.a").out()).isEqualTo("Untainted sim_object.a\n");
    }

    @Test
    void whatIsNotTaintedIsRefused() {
        assertThat(project.run("untaint", "sim_object.whole")).isEqualTo(new CommandRun(1, "", """
                Error: sim_object.whole is not tainted

                  Only an object whose creation failed half-way is, and is replaced for it.

                  Nothing was changed.
                """));
        assertThat(project.run("untaint", "sim_object.b").err()).isEqualTo("""
                Error: "sim_object.b" not found in state

                  corbel state list shows what there is.

                  Did you mean "sim_object.a"?
                """);
    }

    @Test
    void aNewPlanIsNeeded() {
        project.succeed("plan", "--out", "plan");
        project.succeed("untaint", "sim_object.a");

        assertThat(project.run("apply", "plan").err()).contains("Saved plan is stale");
    }
}
