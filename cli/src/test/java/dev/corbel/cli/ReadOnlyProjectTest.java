package dev.corbel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Mount;
import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A plan that is only shown needs nothing but to read: in a checkout that cannot be written it works all the same. */
@EnabledOnOs(OS.LINUX)
class ReadOnlyProjectTest {
    @TempDir
    private Path project;

    @BeforeEach
    void apply() throws IOException {
        Project.of(project, definition("x"));
        assertThat(CommandRun.in(project, "apply", "--auto-approve").exitCode()).isZero();
        Project.of(project, definition("y"));
        Mount.require(ReadOnlyProjectTest.class, Mount.readOnly(project));
    }

    @AfterEach
    void remove() {
        Mount.remove(project);
    }

    @Test
    void isPlannedWithoutTheLock() {
        CommandRun plan = CommandRun.in(project, "plan", "--detailed-exitcode");

        assertThat(plan.exitCode()).as(plan.err()).isEqualTo(2);
        assertThat(plan.out()).contains("sim_object.b", "Plan: 0 to add, 2 to change, 0 to destroy.");
        assertThat(plan.err())
                .contains("""
                Warning: The state of environment "default" is read without its lock
                """, "Its files cannot be written here, so another run may change it meanwhile.");
    }

    @Test
    void isLookedAtForDrift() {
        CommandRun drift = CommandRun.in(project, "drift", "--fail-on", "note");

        assertThat(drift.exitCode()).as(drift.err()).isEqualTo(2);
        assertThat(drift.out()).contains("pending  sim_object.b", "Drift: 2 pending. 2 objects, 3 calls.");
        assertThat(drift.err()).doesNotContain("Warning");
    }

    @Test
    void neitherKeepsAPlanNorApplies() {
        assertThat(CommandRun.in(project, "plan", "--out", "../plan").err())
                .contains("Cannot write .corbel/state/default");
        assertThat(CommandRun.in(project, "apply", "--auto-approve").err())
                .contains("Cannot write .corbel/state/default");
    }

    private static String definition(String value) {
        return """
                provider('simulator') { }
                resource('corbel_data', 'a') { input = '%1$s' }
                resource('sim_object', 'b') { value = '%1$s' }
                """.formatted(value);
    }
}
