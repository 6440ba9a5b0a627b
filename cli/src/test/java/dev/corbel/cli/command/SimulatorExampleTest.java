package dev.corbel.cli.command;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Indented;
import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the simulator goes its whole way. */
class SimulatorExampleTest {
    private static final String NO_CHANGES = "No changes. Your infrastructure matches the definition.\n";

    @TempDir
    Path directory;

    private Project project = new Project(Path.of(""));

    @BeforeEach
    void prepare() {
        project = Project.example("simulator", directory);
    }

    @Test
    void goesFromPlanToDestroy() throws IOException {
        CommandRun plan = project.succeed("plan");
        assertGolden("simulator-example/plan.txt", plan.out());
        assertThat(plan.err()).isEmpty();

        CommandRun apply = project.succeed("apply", "--auto-approve");
        assertThat(apply.out())
                .isEqualTo(plan.out() + "\nApply complete! Resources: 13 added, 0 changed, 0 destroyed.\n\n"
                        + "url = \"https://orders.acme.example\"\n");
        assertThat(apply.err()).contains("eu-central-1/sim_object.network: created in ");
        assertThat(objects()).isEqualTo(13);

        assertThat(project.succeed("plan", "--detailed-exitcode").out()).isEqualTo(NO_CHANGES);
        assertGolden(
                "simulator-example/state-list.txt",
                project.succeed("state", "list").out());
        assertThat(project.succeed("output", "url", "--raw").out()).isEqualTo("https://orders.acme.example");

        CommandRun changed = project.run("plan", "--var", "imageTag=1.5.0", "--detailed-exitcode");
        assertThat(changed.exitCode()).isEqualTo(2);
        assertGolden("simulator-example/change.txt", changed.out());
        assertThat(project.runWithInput("yes\n", "apply", "--var", "imageTag=1.5.0")
                        .out())
                .endsWith("""
                        Apply complete! Resources: 0 added, 2 changed, 0 destroyed.

                        url = "https://orders.acme.example"
                        """);

        CommandRun destroy = project.runWithInput("yes\n", "destroy");
        assertThat(destroy.out()).endsWith("""
                        Plan: 0 to add, 0 to change, 13 to destroy.

                        Destroy complete! Resources: 13 destroyed.
                        """);
        assertThat(objects()).isZero();
        assertThat(project.succeed("state", "list").out()).isEmpty();
        assertThat(project.succeed("show").out()).isEmpty();
    }

    @Test
    void asksForTheLiteralYes() throws IOException {
        CommandRun declined = project.runWithInput("y\n", "apply");
        assertThat(declined.exitCode()).isEqualTo(1);
        assertThat(declined.err()).isEqualTo("""
                        Apply this plan to environment "default"?
                          Only "yes" is taken as approval:\s
                        Nothing was changed.
                        """);
        CommandRun unanswered = project.run("apply");
        assertThat(unanswered.exitCode()).isEqualTo(1);
        assertThat(unanswered.err()).isEqualTo("""
                        Apply this plan to environment "default"?
                          Only "yes" is taken as approval:\s
                        Error: There is nobody to ask

                          The input ends before an answer comes.

                          Give --auto-approve, or save the plan with --out and apply the file.
                        """);
        assertThat(objects()).isZero();
    }

    @Test
    void showsAndHealsDrift() throws IOException {
        project.succeed("apply", "--auto-approve");
        Path bucket;
        try (Stream<Path> files = Files.list(directory.resolve(".simulator/objects"))) {
            bucket = files.filter(file -> readText(file).contains("bucket/files"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.delete(bucket);
        CommandRun plan = project.succeed("plan");
        assertThat(plan.out()).startsWith("""
                        Changed outside of Corbel since the last run:
                          - eu-central-1/orders/files/sim_object.bucket  # not found
                        """).contains("  + eu-central-1/orders/files/sim_object.bucket\n");
        project.succeed("apply", "--auto-approve");
        assertThat(project.succeed("plan").out()).isEqualTo(NO_CHANGES);
    }

    @Test
    void plansAndShowsInTerraformsFormats() {
        CommandRun json = project.succeed("plan", "--json", "--html", "plan.html", "--out", "saved");
        assertThat(json.err()).isEqualTo("Saved the plan. To apply it: corbel apply saved\n");
        assertGolden(
                "simulator-example/plan.json",
                Indented.of(json.out())
                        .replaceFirst("\"timestamp\": \"[^\"]*\"", "\"timestamp\": \"TIME\"")
                        .replaceAll("\"corbel_version\": \"[^\"]*\"", "\"corbel_version\": \"VERSION\""));
        assertThat(json.out()).containsOnlyOnce("\n");
        assertThat(project.succeed("show", "--json", "saved").out()).isEqualTo(json.out());
        assertThat(project.succeed("show", "saved").out())
                .isEqualTo(project.succeed("plan").out());
        assertThat(project.read("plan.html")).contains("<h3 title=\"eu-central-1 / orders\">app orders ");

        assertThat(project.succeed("apply", "saved").out()).isEqualTo("""

                        Apply complete! Resources: 13 added, 0 changed, 0 destroyed.

                        url = "https://orders.acme.example"
                        """);
        assertThat(project.succeed("show", "--json").out())
                .contains(
                        "\"format_version\":\"1.0\"",
                        "\"address\":\"module.eu-central-1.module.orders.module.containers\"");
        assertThat(project.succeed("show").out())
                .contains("eu-central-1/orders/sim_object.instance[\"1\"]\n", "DATABASE_PASSWORD = (sensitive value)");
    }

    @Test
    void streamsEventsOfAnApply() {
        CommandRun apply = project.succeed("apply", "--json", "--auto-approve");
        assertThat(apply.err()).isEmpty();
        assertThat(apply.out().lines())
                .allMatch(line -> line.startsWith("{\"@level\":\"info\",") && line.endsWith("}"))
                .hasSize(1 + 13 + 1 + 2 * 13 + 1 + 1);
        CommandRun unapproved = project.run("apply", "--json");
        assertThat(unapproved.exitCode()).isEqualTo(1);
        assertThat(unapproved.out().lines().map(line -> line.replaceFirst(".*\"type\":", "")))
                .containsExactly("\"version\"}", "\"diagnostic\"}");
        assertThat(unapproved.err()).isEqualTo("""
                        Error: Nobody can be asked where --json speaks to a program

                          Applying needs an approval.

                          Give --auto-approve, or save a plan with --out and apply the file.
                        """);
    }

    @Test
    void printsTheGraph() {
        assertGolden("simulator-example/graph.txt", project.succeed("graph").out());
    }

    private long objects() throws IOException {
        Path folder = directory.resolve(".simulator/objects");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static String readText(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
