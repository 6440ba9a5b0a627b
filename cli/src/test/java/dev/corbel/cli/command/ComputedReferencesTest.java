package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is computed of references is planned, applied, and the same in the next plan. */
class ComputedReferencesTest {
    @TempDir
    Path directory;

    @Test
    void goFromPlanToPlan() {
        Project project = Project.of(directory, """
                resource('corbel_data', 'a') { input = [names: ['p', 'q'], port: 80, on: true, none: null] }
                resource('corbel_data', 'b') { input = [names: ['r'], host: 'h.example'] }
                def a = corbel_data.a.output
                def b = corbel_data.b.output
                output('all')   { value = a.names + b.names + ['z'] }
                output('urls')  { value = a.names.collect { n -> "https://$n.${b.host}:${a.port + 1}" } }
                output('pick')  { value = a.none ?: (a.on ? b.host : 'off') }
                output('index') { value = [p: 1, q: 2][a.names[1]] }
                output('count') { value = (a.names + b.names).unique().size() }
                output('zip')   { value = combine(a.names, b.host) { names, host -> names.collectEntries { [it, host] } } }
                """);

        assertThat(project.succeed("plan").out()).endsWith("""
                Outputs
                  + all = (known after apply)
                  + urls = (known after apply)
                  + pick = (known after apply)
                  + index = (known after apply)
                  + count = (known after apply)
                  + zip = (known after apply)

                Plan: 2 to add, 0 to change, 0 to destroy.
                """);
        assertThat(project.succeed("apply", "--auto-approve").out()).endsWith("""
                Apply complete! Resources: 2 added, 0 changed, 0 destroyed.

                all   = [
                    "p"
                    "q"
                    "r"
                    "z"
                ]
                count = 3
                index = 2
                pick  = "h.example"
                urls  = [
                    "https://p.h.example:81"
                    "https://q.h.example:81"
                ]
                zip   = {
                    p = "h.example"
                    q = "h.example"
                }
                """);
        assertThat(project.succeed("plan").out())
                .isEqualTo("No changes. Your infrastructure matches the definition.\n");
    }

    @Test
    void areTheirDependenciesInThePlansConfiguration() {
        Project project = Project.of(directory, """
                resource('corbel_data', 'a') { input = [names: ['p', 'q'], port: 80] }
                resource('corbel_data', 'b') { input = [host: 'h.example'] }
                output('urls') { value = corbel_data.a.output.names.collect { "$it.${corbel_data.b.output.host}:${corbel_data.a.output.port + 1}" } }
                """);

        assertThat(project.succeed("plan", "--json").out())
                .contains("\"urls\":{\"expression\":{\"references\":[\"corbel_data.a.output.names\"");
    }

    @Test
    void tellNothingOfSecrets() {
        Project project = Project.of(directory, """
                variable('pw') { type = 'string'; defaultValue = 'hunter2'; sensitive = true }
                output('len') { value = variable.pw.size() + 1; sensitive = true }
                output('url') { value = "db://u:${variable.pw.toUpperCase()}@h"; sensitive = true }
                """);
        assertThat(project.succeed("plan").out()).contains("len = (sensitive value)", "url = (sensitive value)");

        project.write("environments/default.groovy", project.read("environments/default.groovy") + """
                output('n')   { value = variable.pw.toInteger() }
                if (variable.pw == 'x') { output('no') { value = 1 } }
                """);
        for (String format : new String[] {"--no-color", "--json"}) {
            CommandRun plan = project.run("plan", format);
            assertThat(plan.exitCode()).isEqualTo(1);
            assertThat(plan.out() + plan.err())
                    .contains(
                            "This code failed (NumberFormatException)",
                            "A sensitive value cannot be used as a condition")
                    .doesNotContain("hunter2");
        }
    }
}
