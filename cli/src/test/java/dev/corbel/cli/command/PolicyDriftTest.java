package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Changes by hand that policies do not let pass. */
class PolicyDriftTest extends DriftFixture {
    private static final String HEAD = "production = true\nprovider('simulator') { }\n";
    private static final String DATA = """
            resource('sim_object', 'a') { name = 'a'; value = 'x'; stores = 'primary'; deletion_protection = true }
            resource('sim_object', 'b') { name = 'b'; value = sim_object.a.id }
            """;
    private static final String OPENED = """
            violation (high)  sim_object.a.deletion_protection  at environments/default.groovy:3
                sim_object.a has no deletion protection. The policy "deletion-protection" refuses it.
            """;

    private void unprotect() {
        edit("a", "\"deletion_protection\" : true", "\"deletion_protection\" : false");
    }

    @Test
    void whatAPolicyRefusesIsTold() {
        Project project = applied(HEAD + DATA);
        assertThat(project.succeed("drift", "--fail-on", "note").out()).startsWith("No drift. 2 objects, ");
        unprotect();

        CommandRun drift = project.run("drift", "--fail-on", "high", "--out", "json=drift.json", "--out", "sarif=s");

        assertThat(drift.exitCode()).as(drift.err()).isEqualTo(2);
        assertThat(drift.out())
                .contains(
                        OPENED, "changed (medium)  sim_object.a.deletion_protection", "Drift: 1 violation. 2 objects");
        assertThat(project.read("drift.json")).contains("\"policy\":\"deletion-protection\"");
        assertThat(project.read("s")).contains("\"ruleId\":\"policy/deletion-protection\"");
        project.succeed("apply", "--auto-approve");
        assertThat(project.succeed("drift").out()).startsWith("No drift.");
    }

    @Test
    void whereNobodyUsesPoliciesNoneIsAsked() {
        Project project = applied("provider('simulator') { }\n" + DATA);
        unprotect();

        assertThat(project.run("drift").out()).doesNotContain("violation").contains("Drift: 1 changed. ");
    }

    @Test
    void aPolicyThatAdvisesIsANote() {
        Project project = applied("policies { advisory = ['deletion-protection'] }\n" + HEAD + DATA);
        unprotect();

        CommandRun drift = project.run("drift", "--fail-on", "high");

        assertThat(drift.exitCode()).as(drift.out() + drift.err()).isZero();
        assertThat(drift.out()).contains("""
                violation  sim_object.a.deletion_protection  at environments/default.groovy:4
                    sim_object.a has no deletion protection. The policy "deletion-protection" advises against it.
                """);
    }

    @Test
    void aWaiverLetsItPassUntilItsLastDay() {
        Project project = applied(HEAD + DATA);
        unprotect();
        LocalDate until = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        project.write("policies/waivers.groovy", """
                waive('deletion-protection') {
                    scope = 'sim_object.a'; category = 'waived'; reason = 'a move'
                    owner = 'team-a'; ticket = 'OPS-1'; until = '%s'
                }
                """.formatted(until));

        CommandRun waived = project.run("drift", "--fail-on", "high", "--out", "json=drift.json");
        assertThat(waived.exitCode()).as(waived.out() + waived.err()).isZero();
        assertThat(project.read("drift.json"))
                .contains("\"suppressed\":{\"by\":\"waiver\",\"rule\":\"policies/waivers.groovy:1\",\"reason\":\"a"
                        + " move\"");
        CommandRun over = project.run(
                "drift", "--fail-on", "high", "--as-of", until.plusDays(1).toString());
        assertThat(over.exitCode()).isEqualTo(2);
        assertThat(over.out()).contains("refuses it. Its waiver ended on " + until + ".");
    }

    @Test
    void policiesOfTheProjectLookAtWhatIsThere() {
        Project project = Project.of(directory, HEAD + DATA).write("policies/own.groovy", """
                policy('no-y') {
                    about = 'No object is y.'; severity = 'medium'
                    check { object -> if (object.action == 'no-op' && object.value == 'y') { deny('It is y.', at: 'value') } }
                }
                """);
        project.succeed("apply", "--auto-approve");
        edit("a", "\"value\" : \"x\"", "\"value\" : \"y\"");

        assertThat(project.run("drift").out()).contains("""
                violation (medium)  sim_object.a.value  at environments/default.groovy:3
                    sim_object.a: It is y. The policy "no-y" refuses it.
                """);
    }

    @Test
    void sharedPoliciesAreAskedToo() {
        Project project = applied(HEAD + DATA);
        project.write("shared/all.groovy", """
                policy('no-y') { about = 'x'; check { object -> if (object.value == 'y') { deny('It is y.') } } }
                """);
        edit("a", "\"value\" : \"x\"", "\"value\" : \"y\"");

        assertThat(project.run("drift", "--all", "--policies", "shared").out())
                .contains("violation (high)  sim_object.a  at environments/default.groovy:3");
        assertThat(project.run("drift", "--policies", "nowhere").err()).contains("There is no folder", "with policies");
    }

    @Test
    void whatTheDefinitionSaysItselfIsForPlans() {
        Project project = applied("policies { advisory = ['deletion-protection'] }\n"
                + (HEAD + DATA).replace("deletion_protection = true", "deletion_protection = false"));

        assertThat(project.succeed("drift", "--fail-on", "note").out()).startsWith("No drift.");

        project.write("environments/default.groovy", HEAD + DATA);
        CommandRun drift = project.run("drift");
        assertThat(drift.exitCode()).as(drift.err()).isZero();
        assertThat(drift.out())
                .contains("violation  sim_object.a.deletion_protection", "refuses it. The next apply changes it.");
    }
}
