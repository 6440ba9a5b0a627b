package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that one job makes and another one applies, each in a checkout of its own. */
class TravellingPlanTest {
    private static final String DEFINITION = """
            provider('simulator') { directory = '.simulator' }
            resource('sim_object', 'a') { name = 'a' }
            """;
    private static final String APPLIED = "\nApply complete! Resources: 1 added, 0 changed, 0 destroyed.\n";

    @TempDir
    Path folder;

    private Path first = Path.of(".");
    private Path second = Path.of(".");

    @BeforeEach
    void checkOutTwice() {
        first = folder.resolve("first");
        second = folder.resolve("second");
        Project.of(first, DEFINITION);
        Project.of(second, DEFINITION);
    }

    @Test
    void aPlanIsAppliedInAnotherCheckout() throws IOException {
        in("plan", "-C", "first", "--out", "p");
        carry("p");
        assertThat(in("apply", "-C", "second", "p").out()).isEqualTo(APPLIED);
        assertThat(in("state", "list", "-C", "second").out()).isEqualTo("sim_object.a\n");
        assertThat(second.resolve(".simulator/objects")).isNotEmptyDirectory();
        assertThat(first.resolve(".simulator")).doesNotExist();
    }

    @Test
    void aPlanIsAppliedToACopyOfItsState() throws IOException {
        in("apply", "-C", "first", "--auto-approve");
        copy(first.resolve(".corbel"), second.resolve(".corbel"));
        copy(first.resolve(".simulator"), second.resolve(".simulator"));
        in("plan", "-C", "first", "--destroy", "--out", "p");
        carry("p");
        assertThat(in("apply", "-C", "second", "p").out()).isEqualTo("\nDestroy complete! Resources: 1 destroyed.\n");
    }

    @Test
    void aPlanOfAnotherStateIsStale() throws IOException {
        in("apply", "-C", "first", "--auto-approve");
        in("apply", "-C", "second", "--auto-approve");
        in("plan", "-C", "first", "--destroy", "--out", "p");
        carry("p");
        CommandRun run = CommandRun.in(folder, "apply", "-C", "second", "p");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Saved plan is stale", "It was made from the state with lineage ");
    }

    @Test
    void nothingInAPlanNamesTheFolderInWhichItWasMade() throws IOException {
        in("plan", "-C", "first", "--out", "p");
        assertThat(in("show", "-C", "first", "p", "--json").out()).doesNotContain(folder.toString());
        try (var content = new GZIPInputStream(after("CORBEL-PLAN 1\n", first.resolve("p")))) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"project\":\".\"")
                    .doesNotContain(folder.toString());
        }
    }

    @Test
    void withoutStateTheDefinitionTellsTheProject() throws IOException {
        in("plan", "-C", "first", "--out", "p");
        carry("p");
        Files.delete(second.resolve("environments/default.groovy"));
        assertThat(CommandRun.in(folder, "apply", "-C", "second", "p")).isEqualTo(new CommandRun(1, "", """
                Error: The project of the plan is not here

                  The plan was made before there was any state, and state is kept beside the \
                project: only the definition of environment "default" tells which project that is.

                  Apply it in the folder of the project, or name that with -C DIR.
                """));
        assertThat(second.resolve(".simulator")).doesNotExist();
    }

    @Test
    void aPlanOfAProjectBelowKnowsItsWay() {
        in("plan", "first/environments/default.groovy", "--out", "p");
        assertThat(CommandRun.in(second, "apply", "../p")).isEqualTo(new CommandRun(1, "", """
                Error: The project of the plan is not here

                  The plan is for a project in first, and there is no such folder in %s.

                  Start where the plan was made, or in a copy of that folder: -C DIR names one.
                """.formatted(second)));
        assertThat(in("apply", "p").out()).isEqualTo(APPLIED);
        assertThat(in("state", "list", "-C", "first").out()).isEqualTo("sim_object.a\n");
    }

    @Test
    void aPlanIsStaleOnceStateIsKeptElsewhere() {
        in("plan", "-C", "first", "--out", "p");
        Project.of(first, "state('postgres') { host = 'db'; database = 'state' }\n" + DEFINITION);
        assertThat(CommandRun.in(folder, "apply", "-C", "first", "p")).isEqualTo(new CommandRun(1, "", """
                Error: Saved plan is stale

                  It was made with the backend files beside the project, and the definition says \
                state('postgres').

                  Make a new plan.
                """));
    }

    @Test
    void theCommandThatIsPrintedAppliesThePlan() {
        CommandRun plan = in("plan", "-C", "first", "--parallelism", "3", "--lock-timeout", "2m", "--out", "my plan");
        assertThat(plan.err())
                .isEqualTo("Saved the plan. To apply it: corbel apply -C first --parallelism 3 --lock-timeout 120s"
                        + " 'my plan'\n");
        in("apply", "-C", "first", "--parallelism", "3", "--lock-timeout", "120s", "my plan");
    }

    private CommandRun in(String... arguments) {
        return new Project(folder).succeed(arguments);
    }

    private void carry(String plan) throws IOException {
        Files.move(first.resolve(plan), second.resolve(plan));
    }

    private static InputStream after(String head, Path file) throws IOException {
        InputStream content = Files.newInputStream(file);
        content.skipNBytes(head.length());
        return content;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
