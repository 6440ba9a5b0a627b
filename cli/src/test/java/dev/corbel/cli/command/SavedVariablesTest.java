package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A saved plan is applied with the values that it was made with, whatever their form. */
class SavedVariablesTest {
    private static final String DEFINITION = """
            variable('anything') { type = 'any' }
            variable('count') { type = 'number' }
            variable('text') { type = 'any' }
            resource('corbel_data', 'main') { input = [variable.anything, variable.count, variable.text] }
            output('all') { value = corbel_data.main.output }
            """;

    @TempDir
    Path directory;

    @Test
    void structuredValuesAndTextsStayWhatTheyWere() {
        Project project = Project.of(directory, DEFINITION);
        project.write("values.json", "{\"anything\": {\"ports\": [80, 443], \"name\": \"web\"}}");

        project.succeed(
                "plan", "--out", "saved", "--var-file", "values.json", "--var", "count=3", "--var", "text=[1, 2]");
        project.succeed("apply", "saved");

        assertThat(project.succeed("output", "all", "--json").out())
                .isEqualToIgnoringWhitespace("[{\"ports\": [80, 443], \"name\": \"web\"}, 3, \"[1, 2]\"]");
    }
}
