package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.Project;
import dev.corbel.planner.saved.PlanFile;
import dev.corbel.planner.saved.SavedPlan;
import dev.corbel.state.encryption.StateEncryption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A saved plan can be looked at whoever made it: nothing of its sources runs. */
class ShowPlanTest {
    private static final String DEFINITION = """
            provider('simulator') { directory = '.simulator' }
            variable('size') { type = 'number' }
            variable('password') { type = 'string'; sensitive = true }
            resource('sim_object', 'a', forEach: ['x', 'y']) { key -> name = key; value = [variable.size, variable.password] }
            resource('corbel_data', 'b') { input = sim_object.a['x'].id }
            output('o') { value = corbel_data.b.id }
            check('c') { condition = 1 < 2; message = 'm' }
            """;
    private static final String[] PLAN = {"plan", "--var", "size=3", "--var", "password=hunter2secret"};

    private static final StateEncryption CLEAR = StateEncryption.none("default");

    @TempDir
    Path directory;

    private Project project() {
        return Project.of(directory, DEFINITION);
    }

    private static SavedPlan with(SavedPlan saved, Map<String, String> sources, String outline) {
        return new SavedPlan(
                saved.origin(),
                sources,
                saved.variables(),
                outline,
                saved.createdAt(),
                saved.mode(),
                saved.stored(),
                saved.stateChanges(),
                saved.changes(),
                saved.drift(),
                saved.outputs(),
                saved.checks(),
                saved.operations(),
                saved.complete(),
                saved.allowDestroy(),
                saved.diagnostics());
    }

    private static String[] with(String... more) {
        String[] all = Arrays.copyOf(PLAN, PLAN.length + more.length);
        System.arraycopy(more, 0, all, PLAN.length, more.length);
        return all;
    }

    @Test
    void showsWhatPlanningShowed() {
        Project project = project();
        String text = project.succeed(with("--out", "saved")).out();
        String json = project.succeed(with("--json", "--out", "saved.json")).out();

        assertThat(project.succeed("show", "saved").out()).isEqualTo(text);
        assertThat(project.succeed("show", "--json", "saved.json").out()).isEqualTo(json);
        assertThat(json)
                .contains(
                        "\"size\":{",
                        "\"provider_config\":{",
                        "\"corbel_range\":{\"filename\":\"environments/default.groovy\",\"line\":4}")
                .doesNotContain("hunter2secret");
    }

    @Test
    void runsNothingOfTheSourcesInThePlan() throws IOException {
        Project project = project();
        String json = project.succeed(with("--json", "--out", "saved")).out();
        SavedPlan saved = PlanFile.read(directory.resolve("saved"), CLEAR);
        SavedPlan planted = with(
                saved,
                Map.of("environments/default.groovy", "throw new IllegalStateException('it ran')\n"),
                saved.outline());
        PlanFile.write(planted, directory.resolve("planted"), CLEAR);

        assertThat(project.succeed("show", "--json", "planted").out()).isEqualTo(json);
        assertThat(project.succeed("show", "planted").out())
                .isEqualTo(project.succeed("show", "saved").out());
        assertThat(project.run("apply", "planted").err()).contains("It ran.");
        Files.delete(directory.resolve("environments/default.groovy"));
        assertThat(project.succeed("show", "--json", "planted").out()).isEqualTo(json);
    }

    @Test
    void aPlanWithoutAnOutlineIsShownWithoutItsConfiguration() {
        Project project = project();
        project.succeed(with("--out", "saved"));
        SavedPlan saved = PlanFile.read(directory.resolve("saved"), CLEAR);
        SavedPlan old = with(saved, saved.sources(), "");
        PlanFile.write(old, directory.resolve("old"), CLEAR);

        assertThat(project.succeed("show", "--json", "old").out()).contains("\"variables\":{}", "\"configuration\":{}");
    }
}
