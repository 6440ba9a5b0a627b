package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs of other environments. */
class OtherEnvironmentsTest {
    private static final String PROVIDER = "provider('simulator') { directory = 'sim' }\n";
    private static final String NETWORK = PROVIDER + """
            resource('sim_object', 'vpc') { name = 'vpc' }
            output('vpcId') { value = sim_object.vpc.id }
            output('zones') { value = ['a', 'b'] }
            output('token') { value = 't0p-s3cret'; sensitive = true }
            """;
    private static final String APP = PROVIDER + """
            def network = environment('network').output
            resource('sim_object', 'subnet', forEach: network.zones) { z ->
                name = "s-$z"
                value = [vpc: network.vpcId, token: network.token]
            }
            """;

    @TempDir
    Path directory;

    private Project project = new Project(Path.of("."));

    @BeforeEach
    void network() {
        project = Project.of(directory, PROVIDER)
                .write("environments/network.groovy", NETWORK)
                .write("environments/app.groovy", APP);
    }

    private String refusal(String... arguments) {
        CommandRun run = project.run(arguments);
        assertThat(run.exitCode()).isEqualTo(1);
        return run.err();
    }

    private void app(String code) {
        project.write("environments/app.groovy", PROVIDER + code);
    }

    @Test
    void mustHaveBeenApplied() {
        assertThat(refusal("plan", "app"))
                .contains(
                        "The environment \"network\" has no output \"zones\" yet",
                        "Run corbel apply network first.",
                        "at environments/app.groovy:2:26");
    }

    @Test
    void areReadFromState() {
        project.succeed("apply", "network", "--auto-approve");
        String id = project.succeed("output", "network", "vpcId").out().strip();
        CommandRun planned = project.succeed("plan", "app");

        assertThat(planned.out()).contains("2 to add", id, "(sensitive value)").doesNotContain("t0p");
        assertThat(planned.err()).contains("decided by environment('network').output.zones (2 elements)");
        project.succeed("apply", "app", "--auto-approve");
        assertThat(project.succeed("plan", "app").out()).contains("No changes.");
    }

    @Test
    void makeASavedPlanStaleWhereAUsedOneChanges() {
        project.succeed("apply", "network", "--auto-approve");
        project.succeed("plan", "app", "--out", "kept.plan");
        project.write("environments/network.groovy", NETWORK.replace("name = 'vpc'", "name = 'other'"));
        project.succeed("apply", "network", "--auto-approve");
        project.succeed("plan", "app", "--out", "other.plan");
        String before = project.read("sim/calls.jsonl");
        project.write("environments/network.groovy", NETWORK.replace("'t0p-s3cret'", "'n3w-s3cret'"));
        project.succeed("apply", "network", "--auto-approve");

        assertThat(refusal("apply", "other.plan", "--auto-approve"))
                .contains("Saved plan is stale", "The output token of network is another one now.", "Make a new plan.")
                .doesNotContain("s3cret");
        assertThat(project.read("sim/calls.jsonl").lines().filter(line -> line.contains("\"s-a\"")))
                .isEmpty();
        assertThat(before).doesNotContain("\"s-a\"");
    }

    @Test
    void areComparedByTheUsedOnesAlone() {
        project.succeed("apply", "network", "--auto-approve");
        project.succeed("plan", "app", "--out", "kept.plan");
        project.write("environments/network.groovy", NETWORK + "output('more') { value = 1 }\n");
        project.succeed("apply", "network", "--auto-approve");

        assertThat(project.succeed("apply", "kept.plan", "--auto-approve").out())
                .contains("2 added");
    }

    @Test
    void areAllComparedWhereTheyAreUsedAsOneValue() {
        app("output('all') { value = environment('network').output.keySet().sort() }");
        project.succeed("apply", "network", "--auto-approve");
        project.succeed("plan", "app", "--out", "kept.plan");
        project.write("environments/network.groovy", NETWORK + "output('more') { value = 1 }\n");
        project.succeed("apply", "network", "--auto-approve");

        assertThat(refusal("apply", "kept.plan", "--auto-approve"))
                .contains("The output more of network is another one now.");
    }

    @Test
    void areOfTheSameStateInASavedPlan() {
        app("output('id') { value = environment('network').output.vpcId }");
        project.succeed("apply", "network", "--auto-approve");
        project.succeed("plan", "app", "--out", "kept.plan");
        project.succeed("destroy", "network", "--auto-approve");

        assertThat(refusal("apply", "kept.plan", "--auto-approve"))
                .contains("The output vpcId of network is gone now.");
        project.deleteAll(".corbel/state/network/backups");
        project.deleteAll(".corbel/state/network");
        project.deleteAll(".corbel/seen");
        assertThat(refusal("apply", "kept.plan", "--auto-approve"))
                .contains("The state of network is another one now, with lineage none.");
    }

    @Test
    void staySensitive() {
        app("output('token') { value = \"x-${environment('network').output.token}\" }");
        project.succeed("apply", "network", "--auto-approve");

        CommandRun applied = project.succeed("apply", "app", "--auto-approve");
        assertThat(applied.out() + applied.err()).contains("(sensitive value)").doesNotContain("t0p");
        assertThat(project.succeed("output", "app").out())
                .contains("(sensitive value)")
                .doesNotContain("t0p");
    }

    @Test
    void areReadInModulesToo() {
        project.write("modules/one.groovy", "output('id') { value = environment('network').output.vpcId }\n");
        app("module('one') { source = './modules/one.groovy' }\noutput('id') { value = module.one.id }\n");
        project.succeed("apply", "network", "--auto-approve");
        project.succeed("apply", "app", "--auto-approve");

        assertThat(project.succeed("output", "app", "id").out())
                .isEqualTo(project.succeed("output", "network", "vpcId").out());
    }

    @Test
    void areNotReadToDestroy() {
        project.succeed("apply", "network", "--auto-approve");
        project.succeed("apply", "app", "--auto-approve");
        project.succeed("destroy", "network", "--auto-approve");

        assertThat(project.succeed("destroy", "app", "--auto-approve").out()).contains("2 destroyed");
    }

    @Test
    void mayBeMissingWhereThatIsSaid() {
        app("output('id') { value = environment('network').output?.other ?: 'none' }");
        project.succeed("apply", "network", "--auto-approve");
        project.succeed("apply", "app", "--auto-approve");

        assertThat(project.succeed("output", "app", "id").out().strip()).isEqualTo("\"none\"");
    }

    @Test
    void nameAnEnvironmentOfTheProject() {
        app("output('id') { value = environment('netwrk').output.vpcId }");

        assertThat(refusal("validate", "app"))
                .contains(
                        "Environment \"netwrk\" not found",
                        "The others of the project are default, network.",
                        "Did you mean \"network\"?");
        app("output('id') { value = environment('app').output.vpcId }");
        assertThat(refusal("validate", "app")).contains("The environment \"app\" cannot read its own outputs");
        app("output('id') { value = environment(1).output.vpcId }");
        assertThat(refusal("validate", "app")).contains("environment(…) takes the name of another environment");
        app("output('id') { value = environment(environment('network').output.next).output.vpcId }");
        assertThat(refusal("validate", "app")).contains("given to environment(…)");
    }

    @Test
    void areDeclaredInTheOtherFile() {
        app("output('id') { value = environment('network').output.vpcIdd }");

        assertThat(refusal("validate", "app"))
                .contains(
                        "The environment \"network\" has no output \"vpcIdd\"",
                        "at environments/app.groovy:2:24",
                        "It has token, vpcId, zones.",
                        "Did you mean \"vpcId\"?");
        assertThat(refusal("plan", "app")).contains("has no output \"vpcIdd\"\n");
    }

    @Test
    void maySitBehindNamesThatCodeMakes() {
        project.write("environments/network.groovy", "['a', 'b'].each { n -> output(\"id-$n\") { value = n } }\n");
        app("output('id') { value = environment('network').output['id-a'] }");

        project.succeed("validate", "app");
        assertThat(refusal("plan", "app")).contains("has no output \"id-a\" yet");
        project.succeed("apply", "network", "--auto-approve");
        assertThat(project.succeed("plan", "app").out()).contains("id = \"a\"");
    }

    @Test
    void areNotReadInACircle() {
        project.write("modules/one.groovy", "output('id') { value = environment('app').output.id }\n");
        project.write("environments/network.groovy", "module('one') { source = './modules/one.groovy' }\n");
        project.write(
                "environments/middle.groovy",
                "output('x') { value = environment('network').output.size() }\noutput('id') { value = 1 }\n");
        app("output('id') { value = environment('middle').output.id }");

        assertThat(refusal("validate", "app"))
                .contains(
                        "The environment \"app\" reads what is made of its own outputs",
                        "app reads from middle, which reads from network, which reads from app: none of them could be",
                        "Put what both need into an environment that reads from neither.");
        assertThat(refusal("validate", "network")).contains("network reads from app, which reads from middle,");
    }

    @Test
    void doNotNeedTheOtherFileToBeRight() {
        project.write("environments/network.groovy", "output('id' {\n");
        app("output('id') { value = environment('network').output.id }");

        project.succeed("validate", "app");
    }

    @Test
    void areNamedInReferencesAlone() {
        app("data('corbel_environment', 'n') { name = 'network' }");
        assertThat(refusal("validate", "app"))
                .contains(
                        "The data source \"corbel_environment\" is not declared in code",
                        "Write environment('NAME').output.OUTPUT.");
        project.write("environments/a.b.groovy", "");
        app("output('id') { value = environment('a.b').output.id }");
        assertThat(refusal("validate", "app")).contains("\"a.b\" is not a name");
    }
}
