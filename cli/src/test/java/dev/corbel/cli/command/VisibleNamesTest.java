package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in keys and names, nothing of it steers the terminal. */
class VisibleNamesTest {
    private static final String RED = "corbel_data.a[\"k\\u001b[31m\"]";
    private static final String LINES = "corbel_data.a[\"nl\\ny\"]";

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private Project project;

    @BeforeEach
    void define() {
        project = Project.of(directory, """
                resource('corbel_data', 'a', forEach: ['k\\u001b[31m', "nl\\ny"]) { key -> input = [(key): "b\\u0007"] }
                output('o') { value = corbel_data.a['nl\\ny'].input }
                check('c\\u0007') { condition = 1 > 2; message = "m\\u001b[2J" }
                """);
    }

    private CommandRun shown(int exitCode, String... arguments) {
        CommandRun run = project.run(arguments);
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
        assertThat(run.out() + run.err()).as(String.join(" ", arguments)).matches(text -> text.chars()
                .allMatch(c -> c == '\n' || !Character.isISOControl(c)));
        return run;
    }

    @Test
    void everyViewSpellsThemOut() {
        assertThat(shown(0, "plan", "--html", "plan.html").out()).contains(RED, LINES, "\\u0007");
        assertThat(project.read("plan.html")).contains("k\\u001b[31m").matches(page -> page.chars()
                .allMatch(c -> c == '\n' || !Character.isISOControl(c)));
        assertThat(shown(0, "apply", "--auto-approve").err()).contains(RED + ": created");
        assertThat(shown(0, "state", "list").out()).isEqualTo(RED + "\n" + LINES + "\n");
        shown(0, "show");
        assertThat(shown(0, "output").out()).isEqualTo("o = {\n    \"nl\\ny\" = \"b\\u0007\"\n}\n");
        assertThat(shown(0, "graph").out()).contains("k\\\\u001b[31m");
        shown(0, "show", "--json");
        shown(0, "destroy", "--auto-approve");
    }

    @Test
    void problemsSpellThemOut() {
        Project.of(directory, "corbel_data('x\\u001b[31m') { }\noutput('o\\u001b') { value = nonsense }\n");

        shown(1, "plan");
        shown(1, "state", "show", "corbel_data.\u001b[31m");
        shown(1, "output", "o\u001b[31m\nx");
    }

    @Test
    void anAddressIsTypedAsItIsShown() {
        project.succeed("apply", "--auto-approve");

        for (String address : List.of(RED, LINES)) {
            assertThat(shown(0, "state", "show", address).out()).startsWith(address + "\n");
            assertThat(shown(0, "plan", "--replace", address).out())
                    .endsWith("Plan: 1 to add, 0 to change, 1 to destroy.\n");
            assertThat(shown(0, "plan", "--destroy", "--target", address).out())
                    .endsWith("Plan: 0 to add, 0 to change, 1 to destroy.\n");
        }
        assertThat(shown(0, "state", "mv", LINES, "corbel_data.a[\"other\\n\"]").out())
                .isEqualTo("Moved " + LINES + " to corbel_data.a[\"other\\n\"]\n");
        shown(0, "state", "rm", "--auto-approve", RED);
        assertThat(shown(0, "state", "list").out()).isEqualTo("corbel_data.a[\"other\\n\"]\n");
    }
}
