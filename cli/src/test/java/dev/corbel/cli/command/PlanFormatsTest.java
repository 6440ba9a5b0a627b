package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class PlanFormatsTest {
    @TempDir
    Path directory;

    private Project project = new Project(Path.of(""));

    @BeforeEach
    void prepare() {
        project = Project.example("simulator", directory);
    }

    @Test
    void aSavedPlanMakesTheSameCommentAndPage() {
        CommandRun made = project.succeed("plan", "--markdown", "--html", "made.html", "--out", "saved");
        assertThat(made.out())
                .startsWith("""
                    <!-- corbel-plan default -->
                    ### Plan of <code>default</code>

                    **Plan: 13 to add, 0 to change, 0 to destroy.**
                    """)
                .contains("#### eu-central-1 / orders / database: ", "<code>environments/default.groovy:");
        CommandRun shown = project.succeed("show", "--markdown", "saved", "--html", "shown.html");
        assertThat(shown.out()).isEqualTo(made.out());
        assertThat(project.read("shown.html")).isEqualTo(project.read("made.html"));
    }

    @Test
    void theSummaryStandsBeforeTheDetailsAndCanStandAlone() {
        String whole = project.succeed("plan").out();
        String summary = project.succeed("plan", "--summary").out();
        assertThat(summary)
                .startsWith("Summary\n  eu-central-1 ")
                .endsWith("\n\nPlan: 13 to add, 0 to change, 0 to destroy.\n");
        assertThat(whole).startsWith(summary.substring(0, summary.indexOf("\n\n")));
        assertThat(project.succeed("apply", "--summary", "--auto-approve").out())
                .startsWith(summary + "\nApply complete! Resources: 13 added, 0 changed, 0 destroyed.\n");
    }

    @Test
    void formatsExcludeEachOtherAndStateHasFewer() {
        assertThat(project.run("plan", "--json", "--markdown").err()).contains("--json", "--markdown");
        CommandRun state = project.run("show", "--markdown");
        assertThat(state.exitCode()).isEqualTo(1);
        assertThat(state.err()).contains("Error: State cannot be shown like this");
    }

    @Test
    void aCommentSaysWhyThereIsNoPlan() {
        Project.of(directory, "resource('sim_object', 'a') { nmae = 'x' }\n");
        CommandRun failed = project.run("plan", "--markdown");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out())
                .startsWith("<!-- corbel-plan default -->\n")
                .contains("**There is no plan.**", "nmae", "<code>environments/default.groovy:1:");
    }

    @Test
    void aGraphShowsWhatAPlanWouldDo() throws Exception {
        project.succeed("plan", "--out", "saved");
        String planned = project.succeed("graph", "--plan").out();
        assertThat(planned).contains("label = \"+ eu-central-1/sim_object.network\"");
        assertThat(project.succeed("graph", "--plan", "saved").out()).isEqualTo(planned);
        assertThat(project.succeed("graph", "--plan", "default").out()).isEqualTo(planned);
        assertThat(project.succeed("graph", "--format", "mermaid").out())
                .startsWith("flowchart RL\n")
                .contains("subgraph c0[\"region eu-central-1\"]");
        assertThat(project.succeed("graph", "--format", "json").out())
                .startsWith(
                        "{\"format\":\"corbel-graph\",\"version\":1,\"environment\":\"default\",\"clusters\":[{\"id\":")
                .contains("{\"from\":\"region:eu-central-1/sim_object.subnet[\\\"1\\\"]\","
                        + "\"to\":\"region:eu-central-1/sim_object.network\"}");
        Document drawing = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(project.succeed("graph", "--format", "svg", "--plan")
                        .out()
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(drawing.getElementsByTagName("g").getLength()).isEqualTo(13);
        CommandRun unknown = project.run("graph", "--format", "png");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("\"png\" is none of dot, mermaid, svg, json");
    }
}
