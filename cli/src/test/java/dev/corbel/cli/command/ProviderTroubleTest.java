package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers that point elsewhere or do not work, and what waits for changes, as people see them. */
class ProviderTroubleTest {
    private static final String MANY = """
            provider('simulator') { directory = 'x' }
            resource('sim_object', 'a', forEach: ['1', '2', '3', '4', '5']) { key -> value = key }
            resource('corbel_data', 'other') { input = 'INPUT' }
            """;

    @TempDir
    Path directory;

    @Test
    void aProviderThatPointsElsewhereIsToldWithBothPlaces() {
        Project project = Project.of(directory, MANY);
        project.succeed("apply", "--auto-approve");
        project.write("environments/default.groovy", MANY.replace("'x'", "'y'"));

        CommandRun plan = project.succeed("plan");

        assertThat(plan.out())
                .contains("-/+ sim_object.a[\"1\"]  # must be replaced, since its provider points elsewhere now\n")
                .endsWith("Plan: 5 to add, 0 to change, 5 to destroy.\n");
        assertThat(plan.err())
                .contains("Provider \"simulator\" points elsewhere than before")
                .contains("sim_object.a[\"1\"], sim_object.a[\"2\"], sim_object.a[\"3\"] and 2 more.")
                .contains("Where both are the same place, undo the change.");
    }

    @Test
    void whatIsWrongWithAProviderIsToldOnceAndTheRestIsPlanned() throws IOException {
        Project project = Project.of(directory, MANY);
        project.succeed("apply", "--auto-approve");
        Path objects = directory.resolve("x/objects");
        try (Stream<Path> files = Files.list(objects)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(objects);
        Files.createFile(objects);
        project.write("environments/default.groovy", MANY.replace("INPUT", "changed"));

        CommandRun plan = project.run("plan");
        assertThat(plan.exitCode()).isEqualTo(1);
        assertThat(plan.err())
                .containsOnlyOnce("The simulator's directory cannot be used")
                .contains("It concerns 5 objects of provider \"simulator\": sim_object.a[\"1\"], sim_object.a[\"2\"],");

        CommandRun json = project.run("plan", "--json");
        assertThat(json.exitCode()).isEqualTo(1);
        assertThat(json.out()).contains("\"corbel_data.other\"");
        assertThat(json.err()).containsOnlyOnce("The simulator's directory cannot be used");
    }

    @Test
    void aSavedPlanReadsADataSourceAfterTheChangeThatItRefersTo() {
        String definition = """
                resource('sim_object', 'c') { name = 'c'; fixed = FIXED }
                data('sim_object', 'd')     { name = sim_object.c.name }
                output('fixed') { value = data.sim_object.d.fixed }
                """;
        Project project = Project.of(directory, definition.replace("FIXED", "1"));
        project.succeed("apply", "--auto-approve");
        project.write("environments/default.groovy", definition.replace("FIXED", "2"));

        assertThat(project.succeed("plan", "--out", "saved").out())
                .contains("<= data.sim_object.d  # something that it depends on changes first");
        project.succeed("apply", "saved");

        assertThat(project.succeed("output", "fixed").out()).isEqualTo("2\n");
        assertThat(project.succeed("plan", "--detailed-exitcode").out()).startsWith("No changes.");
    }

    @Test
    void aPreconditionOverItsOwnResourceIsAnErrorOfValidate() {
        Project project = Project.of(directory, """
                resource('sim_object', 'a') {
                    name = 'a'
                    lifecycle { precondition { condition = sim_object.a.revision.map { it > 5 }; message = 'm' } }
                }
                """);

        CommandRun validate = project.run("validate");

        assertThat(validate.exitCode()).isEqualTo(1);
        assertThat(validate.err())
                .contains("A precondition of sim_object.a refers to sim_object.a itself")
                .contains("environments/default.groovy:3:")
                .contains("Write a postcondition, which is evaluated afterwards.");
    }

    @Test
    void aPreconditionThroughALocalValueIsNoWayRoundThat() {
        Project project = Project.of(directory, """
                def revision = sim_object.a.revision
                resource('sim_object', 'a') {
                    lifecycle { precondition { condition = revision.map { it > 5 }; message = 'm' } }
                }
                """);

        assertThat(project.run("validate").err())
                .contains("A precondition of sim_object.a refers to sim_object.a itself");
    }
}
