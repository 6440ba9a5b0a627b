package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sources and configured attributes that decide what is declared. */
class DecidingTest {
    private static final String PROVIDER = "provider('simulator') { directory = 'sim' }\n";
    private static final String STEPS = PROVIDER + """
            data('sim_object', 'zones') { name = 'zones' }
            data('sim_object', 'more')  { name = data.sim_object.zones.value.next }
            resource('sim_object', 'subnet', forEach: data.sim_object.zones.value.names.take(2)) { z -> name = "subnet-$z" }
            if (data.sim_object.more.value.size > 1) {
                data.sim_object.zones.value.names.eachWithIndex { z, i -> resource('sim_object', "extra-$z") { name = "extra-$i" } }
            }
            resource('sim_object', 'conf') { name = 'conf'; value = ['p', 'q'] }
            resource('sim_object', 'per', forEach: sim_object.conf.value) { k -> name = "per-$k" }
            """;
    private static final String ADDED = "Plan: 8 to add, 0 to change, 0 to destroy.";

    @TempDir
    Path directory;

    private Project project = new Project(Path.of("."));

    @BeforeEach
    void others() {
        project = Project.of(directory, STEPS);
        others("['a', 'b', 'c']");
    }

    /** Makes what the data sources read, in another environment. */
    private void others(String names) {
        project.write("environments/others.groovy", PROVIDER + """
                resource('sim_object', 'zones') { name = 'zones'; value = [names: NAMES, next: 'more'] }
                resource('sim_object', 'more') { name = 'more'; value = [size: 2] }
                """.replace("NAMES", names));
        project.succeed("apply", "others", "--auto-approve");
    }

    private long readings() {
        return project.read("sim/calls.jsonl")
                .lines()
                .filter(line -> line.contains("\"op\":\"read") && line.matches(".*\"name\":\"(zones|more)\".*"))
                .count();
    }

    @Test
    void areReadOnceAndShown() {
        long before = readings();
        CommandRun planned = project.succeed("plan");

        assertThat(planned.out())
                .contains(ADDED, "sim_object.per[\"q\"]", "sim_object.subnet[\"b\"]", "sim_object.extra-c");
        assertThat(planned.err())
                .contains("What is declared is decided by data.sim_object.zones.value.names (3 elements),"
                        + " data.sim_object.more.value.size, sim_object.conf.value (2 elements).\n");
        assertThat(readings() - before).isEqualTo(2);
    }

    @Test
    void planTheSameAfterAnApplyAsBefore() {
        assertThat(project.succeed("apply", "--auto-approve").out()).contains("8 added");

        assertThat(project.succeed("plan").out()).contains("No changes.");
    }

    @Test
    void areKeptInASavedPlan() {
        project.succeed("plan", "--out", "kept.plan");
        others("['z']");
        long before = readings();

        assertThat(project.succeed("apply", "kept.plan", "--auto-approve").out())
                .contains("8 added");
        assertThat(readings()).isEqualTo(before);
        assertThat(project.succeed("plan").out()).contains("2 to add, 0 to change, 5 to destroy");
    }

    @Test
    void areNotReadToDestroy() {
        project.succeed("apply", "--auto-approve");
        project.succeed("destroy", "others", "--auto-approve");
        project.succeed("plan", "--destroy", "--out", "end.plan");

        assertThat(project.succeed("apply", "end.plan", "--auto-approve").out()).contains("8 destroyed");
    }

    @Test
    void areNotReadToValidate() {
        project.succeed("destroy", "others", "--auto-approve");

        assertThat(project.succeed("validate").err()).startsWith("""
                        Warning: 2 parts were not checked
                          at environments/default.groovy:4:43
                        """);
        assertThat(project.run("plan").err()).contains("zones");
    }

    @Test
    void areFoundByDriftAndImport() {
        project.succeed("apply", "--auto-approve");
        project.succeed("drift");
        project.succeed("state", "rm", "sim_object.extra-c", "--auto-approve");
        String id = project.read("sim/calls.jsonl")
                .lines()
                .filter(line -> line.contains("\"create\"") && line.contains("\"extra-2\""))
                .map(line -> line.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"))
                .findFirst()
                .orElseThrow();

        assertThat(project.succeed("import", "sim_object.extra-c", id).out()).contains("Imported sim_object.extra-c");
        assertThat(project.succeed("plan").out()).contains("No changes.");
    }

    @Test
    void mayNotFollowFromWhatTheEnvironmentMakes() {
        String definition = PROVIDER + """
                resource('sim_object', 'conf') { name = 'conf' }
                if (sim_object.conf.id == 'x') { resource('sim_object', 'z') { name = 'z' } }
                data('sim_object', 'd') { name = sim_object.conf.name }
                resource('sim_object', 'per', forEach: data.sim_object.d.value) { k -> name = "per-$k" }
                """;
        project.write("environments/default.groovy", definition);
        String fresh = project.run("plan").err();
        project.write("environments/default.groovy", PROVIDER + "resource('sim_object', 'conf') { name = 'conf' }\n");
        project.succeed("apply", "--auto-approve");
        String calls = project.read("sim/calls.jsonl");
        project.write("environments/default.groovy", definition);

        assertThat(project.run("plan").err()).isEqualTo(fresh);
        assertThat(project.read("sim/calls.jsonl")).isEqualTo(calls);
        assertThat(fresh)
                .contains(
                        "Error: \"sim_object.conf.id\" cannot decide what is declared",
                        "  at environments/default.groovy:3:5\n",
                        "It is not known before sim_object.conf is applied, and a fresh environment is planned as an old one is.",
                        "Error: \"data.sim_object.d.value\" cannot decide what is declared",
                        "  at environments/default.groovy:5:40\n",
                        "data.sim_object.d needs sim_object.conf, which this environment manages.");
    }

    @Test
    void mayNotBeSecrets() {
        project.write("environments/default.groovy", """
                variable('pw') { type = 'string'; defaultValue = 'hunter2'; sensitive = true }
                output('len') { value = variable.pw.size() + 1; sensitive = true }
                output('n')   { value = variable.pw.toInteger() }
                if (variable.pw == 'x') { output('no') { value = 1 } }
                """);

        CommandRun run = project.run("plan");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("A sensitive value cannot be used as a condition");
        assertThat(run.out() + run.err()).doesNotContain("hunter2");
    }
}
