package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateJsonTest {
    @TempDir
    Path directory;

    @Test
    void tellsThatADefinitionIsValid() {
        assertThat(Project.of(directory, "output('x') { value = 1 }").run("validate", "--json"))
                .isEqualTo(new CommandRun(0, """
                        {
                          "format_version": "1.0",
                          "valid": true,
                          "error_count": 0,
                          "warning_count": 0,
                          "diagnostics": []
                        }
                        """, ""));
    }

    @Test
    void hasEveryProblemWithItsPlaceAndHint() {
        Project project = Project.of(directory, """
                data('sim_object', 'zones') { name = 'zones' }
                for (z in data.sim_object.zones.value) { }
                output('x') { value = sim_objct.a.id }
                """);
        CommandRun broken = project.run("validate", "--json");
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.err()).isEmpty();
        assertThat(broken.out())
                .contains(
                        "\"error_count\": 1,\n  \"warning_count\": 0,",
                        "\"hint\": \"Did you mean \\\"sim_object\\\"?\"",
                        "\"filename\": \"environments/default.groovy\"",
                        "\"line\": 3,\n          \"column\": 23\n");

        project.write(
                "environments/default.groovy",
                project.read("environments/default.groovy").replace("sim_objct.a.id", "1"));
        CommandRun warned = project.succeed("validate", "--json");
        assertThat(warned.out()).contains("\"valid\": true", "\"warning_count\": 1", "1 part was not checked");
    }

    @Test
    void tellsThatThereIsNoDefinition() {
        CommandRun run = Project.of(directory, "output('x') { value = 1 }").run("validate", "nosuch", "--json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("\"summary\": \"Environment \\\"nosuch\\\" not found\"");
    }
}
