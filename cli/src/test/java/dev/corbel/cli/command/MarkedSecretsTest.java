package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret stays one wherever the values of a definition take it. */
class MarkedSecretsTest {
    private static final String SECRET = "hunter2secret";

    @TempDir
    Path directory;

    private CommandRun shown(Project project, int exitCode, String... arguments) {
        CommandRun run = project.run(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("plan", "apply").anyMatch(arguments[0]::equals)
                                ? Stream.of("--var", "pw=" + SECRET)
                                : Stream.of())
                .toArray(String[]::new));
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
        assertThat(run.out() + run.err()).as(String.join(" ", arguments)).doesNotContain(SECRET);
        return run;
    }

    @Test
    void insideAMapOfWhatIsComputedFromIt() {
        Project project = Project.of(directory, """
                provider('simulator') { directory = '.simulator' }
                variable('pw') { type = 'string'; sensitive = true }
                resource('corbel_data', 'a') { input = [a: variable.pw, b: 1, c: [[d: variable.pw]], on: variable.pw.map { true }] }
                resource('corbel_data', 'whole') { input = corbel_data.a.output }
                resource('sim_object', 'user') { name = 'user'; value = corbel_data.a.output.c[0].d }
                resource('sim_object', 'looked') { value = data.sim_object.user.value }
                data('sim_object', 'user') { name = 'user'; dependsOn = [sim_object.user] }
                output('a') { value = corbel_data.a.output.a }
                output('b') { value = corbel_data.a.output.b }
                output('c') { value = corbel_data.whole.output.c }
                output('on') { value = corbel_data.a.output.on }
                output('sum') { value = sim_object.user.checksum }
                output('lookedSum') { value = data.sim_object.user.checksum }
                output('looked') { value = data.sim_object.user.value }
                """);

        assertThat(shown(project, 0, "plan").out()).containsPattern("\\+ b +-?>? ?= \\(known after apply\\)");
        for (List<String> command : List.of(
                List.of("apply", "--auto-approve"),
                List.of("plan"),
                List.of("plan", "--json"),
                List.of("plan", "--refresh-only"),
                List.of("show"),
                List.of("show", "--json"),
                List.of("state", "show", "sim_object.looked"))) {
            shown(project, 0, command.toArray(String[]::new));
        }
        assertThat(shown(project, 0, "plan").out()).contains("No changes.");
        assertThat(shown(project, 0, "output").out()).isEqualTo("""
                a         = (sensitive value)
                b         = 1
                c         = (sensitive value)
                looked    = (sensitive value)
                lookedSum = (sensitive value)
                on        = (sensitive value)
                sum       = (sensitive value)
                """);
        assertThat(shown(project, 0, "state", "show", "sim_object.user").out())
                .contains("checksum = (sensitive value)");
    }

    @Test
    void inADefaultThatStandsInTheLineBeforeAProblem() {
        Project project = Project.of(directory, """
                variable('pw') {
                    sensitive = true
                    defaultValue = 'hunter2secret'
                    nonsense = 1
                }
                """);

        assertThat(project.run("validate").err()).isEqualTo("""
                Error: There is no attribute "nonsense" in variable "pw"
                  at environments/default.groovy:4:5

                    3 |     defaultValue = (sensitive value)
                    4 |     nonsense = 1
                      |     ^^^^^^^^

                  It has defaultValue, description, sensitive, type.
                """);
    }

    @Test
    void inAListOfCallsThatShallFail() {
        Project project = Project.of(directory, """
                provider('simulator') { directory = '.simulator' }
                variable('pw') { type = 'string'; sensitive = true }
                resource('sim_object', 'a') { fail = [variable.pw] }
                """);

        assertThat(shown(project, 1, "plan").err())
                .contains("Error: \"fail\" is not valid; it is sensitive, so what is wrong with it is not shown\n");
    }
}
