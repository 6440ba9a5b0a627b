package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import org.junit.jupiter.api.Test;

/** The texts with which a definition accepts drift, printed and written. */
class DriftAdoptionTest extends DriftFixture {
    @Test
    void theTextThatAcceptsAChangeIsPrinted() {
        Project project = applied(TWO);
        edit("a", "\"value\" : \"x\"", "\"value\" : {\"it's\": [1, true, null], \"b\": \"$y\\n\"}");

        CommandRun accepting = project.run("drift", "--adopt");

        assertThat(accepting.exitCode()).isEqualTo(2);
        assertThat(accepting.out()).isEqualTo("""
                // sim_object.a.value, environments/default.groovy:2
                value = ['it\\'s': [1, true, null], b: '$y\\n']

                """);
        String value = accepting.out().lines().skip(1).findFirst().orElseThrow();
        Project.of(directory, TWO.replace("value = 'x'", value));
        assertThat(project.run("plan").out()).contains("No changes.");
        assertThat(project.run("drift").exitCode()).isZero();
    }

    @Test
    void whatAcceptsItIsWrittenIntoTheDefinition() {
        Project project = applied(TWO);
        edit("a", "\"value\" : \"x\"", "\"value\" : {\"it's\": [1, true, null], \"b\": \"$y\\n\"}");
        String parent = object("b").replace(".simulator/objects/", "").replace(".json", "");
        project.write(".simulator/objects/rule.json", "{\"parent\": \"" + parent + "\", \"value\": 2}");
        project.write(".simulator/objects/left.json", "{\"name\": \"left\", \"token\": \"by-hand\"}");

        CommandRun written = project.run("drift", "--adopt=write");

        assertThat(written.exitCode()).as(written.err()).isEqualTo(2);
        assertThat(written.out()).isEmpty();
        assertThat(written.err()).contains("""
                Wrote environments/default.groovy:2
                Wrote environments/default.groovy: sim_object rule
                Wrote environments/default.groovy: sim_object left
                """);
        assertThat(read("environments/default.groovy")).isEqualTo("""
                provider('simulator') { }
                resource('sim_object', 'a') { name = 'a'; value = ['it\\'s': [1, true, null], b: '$y\\n'] }
                resource('sim_object', 'b') { name = 'b'; value = sim_object.a.id }

                // sim_object.b, environments/default.groovy:3
                resource('sim_object', 'b_1') {
                    value = 2
                }
                adopt(sim_object.b_1) { id = 'rule' }

                // sim_object
                resource('sim_object', 'found_1') {
                    name = 'left'
                }
                adopt(sim_object.found_1) { id = 'left' }
                """);
        assertThat(project.run("plan").out())
                .contains("Besides: 2 to adopt.\nPlan: 0 to add, 0 to change, 0 to destroy.");
        project.succeed("apply", "--auto-approve");
        assertThat(project.run("plan").out()).contains("No changes.");
        assertThat(project.run("drift").exitCode()).isZero();
    }

    @Test
    void onlyALiteralOfOneResourceIsEdited() {
        String definition = """
                provider('simulator') { }
                resource('sim_object', 'each', forEach: ['k', 'l']) { key -> name = key; value = 'x' }
                resource('sim_object', 'made') { name = 'made'; value = 'a'.toUpperCase() }
                """;
        Project project = applied(definition);
        edit("k", "\"value\" : \"x\"", "\"value\" : \"y\"");
        edit("made", "\"value\" : \"A\"", "\"value\" : \"B\"");

        CommandRun written = project.run("drift", "--adopt", "write", "default");

        assertThat(written.out())
                .contains("// sim_object.each[\"k\"].value", "// sim_object.made.value", "value = 'B'");
        assertThat(written.err()).doesNotContain("Wrote");
        assertThat(read("environments/default.groovy")).isEqualTo(definition);
        assertThat(project.run("drift", "--adopt=write", "--all").err())
                .contains("Error: --adopt=write goes without --all");
        assertThat(project.run("drift", "--permissions", "--adopt").err())
                .contains("Error: --permissions goes without --all, --adopt and --merge");
    }
}
