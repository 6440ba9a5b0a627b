package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are about a part of an environment, or about one that is no longer there. */
class PartsTest {
    private static final String OBJECTS = """
            provider('simulator') { }
            resource('sim_object', 'prov') { name = 'prov-FIXED'; fixed = FIXED; lifecycle { createBeforeDestroy = true } }
            resource('sim_object', 'user') { name = 'user'; value = sim_object.prov.id; fail = FAIL }
            output('id') { value = sim_object.prov.id }
            """;

    @TempDir
    Path directory;

    private Project project = new Project(Path.of("."));

    @BeforeEach
    void applied() {
        project = Project.of(directory, objects(1, "null"));
        project.succeed("apply", "--auto-approve");
    }

    private static String objects(int fixed, String fail) {
        return OBJECTS.replace("FIXED", Integer.toString(fixed)).replace("FAIL", fail);
    }

    @Test
    void aTargetThatNamesNothingIsAnError() {
        for (String option : new String[] {"--target", "--exclude"}) {
            assertThat(project.run("apply", "--auto-approve", option, "sim_object.usr"))
                    .isEqualTo(new CommandRun(1, "", """
                            Error: OPTION sim_object.usr names nothing

                              Neither the definition nor state has a resource of such an address.

                              Did you mean "sim_object.user"?
                            """.replace("OPTION", option)));
        }
        assertThat(project.run("destroy", "--auto-approve", "--target", "sim_object.x*")
                        .exitCode())
                .isEqualTo(1);
        assertThat(project.run("plan", "--replace", "sim_object.prv").err())
                .contains("Did you mean \"sim_object.prov\"?");
    }

    @Test
    void whatWasSkippedIsNamedAsDeposed() {
        Project.of(directory, objects(2, "['update']"));

        assertThat(project.run("apply", "--auto-approve").err().replaceAll("object [0-9a-f]{8}", "object KEY"))
                .contains("  skipped    sim_object.prov (deposed object KEY) (needs sim_object.user)\n");
    }

    @Test
    void anOldObjectThatStaysIsNotCountedAsDestroyed() {
        Project.of(directory, objects(2, "null"));

        CommandRun run = project.succeed("apply", "--auto-approve", "--target", "sim_object.prov");
        assertThat(run.out()).contains("Plan: 1 to add, 0 to change, 0 to destroy.", "1 added, 0 changed, 0 destroyed");
        assertThat(run.err()).contains("Warning: The old object of sim_object.prov stays for now");
        assertThat(project.succeed("state", "show", "sim_object.prov").out()).contains("  # deposed object ");

        assertThat(project.succeed("apply", "--auto-approve").out()).contains("0 added, 1 changed, 1 destroyed");
    }

    @Test
    void aDestroyWithNothingLeftSaysSo() {
        project.succeed("destroy", "--auto-approve");

        assertThat(project.succeed("destroy", "--auto-approve").out())
                .contains("No changes. There is nothing to destroy.")
                .doesNotContain("matches");
    }

    @Test
    void aSavedDestroyOfWhatIsGoneMeanwhileIsFine() {
        project.succeed("plan", "--destroy", "--out", "plan");
        project.deleteAll(".simulator/objects");

        project.succeed("apply", "plan");

        assertThat(project.succeed("state", "list").out()).isEmpty();
        assertThat(project.succeed("output").out()).doesNotContain("id");
    }

    @Test
    void aRefreshOfWhatIsGoneDropsItsOutputs() {
        project.deleteAll(".simulator/objects");

        project.succeed("apply", "--refresh-only", "--auto-approve");

        assertThat(project.succeed("output").out()).doesNotContain("id");
        assertThat(project.succeed("apply", "--refresh-only", "--auto-approve").exitCode())
                .isZero();
    }

    @Test
    void aSavedRefreshDoesSoToo() {
        project.deleteAll(".simulator/objects");
        project.succeed("plan", "--refresh-only", "--out", "plan");

        project.succeed("apply", "plan");

        assertThat(project.succeed("output").out()).doesNotContain("id");
    }
}
