package dev.corbel.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of an apply: once, and once more. */
@Tag("proof")
@Timeout(120)
class InterruptTest {
    private static final String OBJECTS = """
            for (name in ['a', 'b', 'c']) {
                resource('sim_object', name) { identity = 'tag' }
                resource('sim_object', "after_$name") { value = sim_object[name].id }
            }
            """;

    @TempDir
    private Path directory;

    private Project define(String latency) {
        return Project.of(directory, "provider('simulator') { latency = '" + latency + "' }\n" + OBJECTS);
    }

    private CorbelProcess applyUntilAllThreeRun() {
        return CorbelProcess.start(directory, List.of(), "apply", "--auto-approve")
                .awaitLine(": creating")
                .awaitLine(": creating")
                .awaitLine(": creating");
    }

    @Test
    void theFirstLetsWhatRunsFinishAndRecordsIt() {
        define("3 s");
        try (CorbelProcess apply = applyUntilAllThreeRun()) {
            CommandRun run = apply.signal("INT").end();
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .contains("Apply is not complete: 3 added, 0 changed, 0 destroyed; 0 failed, 3 skipped.\n");
        }
        Project project = define("0 ms");
        assertThat(project.succeed("state", "list").out()).isEqualTo("sim_object.a\nsim_object.b\nsim_object.c\n");
        assertThat(SimulatedCloud.pulled(project.run("state", "pull")).interrupted())
                .isEmpty();
        expectConvergence(project);
    }

    @Test
    void theSecondEndsEvenCallsThatNothingReaches() throws IOException, InterruptedException {
        define("0 ms");
        Path log = directory.resolve(".simulator/calls.jsonl");
        Files.createDirectories(directory.resolve(".simulator"));
        // Nobody reads this pipe, so a call that had its effect and writes its line waits for ever, deaf to interrupts.
        assertThat(new ProcessBuilder("mkfifo", log.toString()).start().waitFor())
                .isZero();
        try (CorbelProcess apply = applyUntilAllThreeRun()) {
            CommandRun run =
                    apply.signal("INT").awaitLine("Stopping:").signal("INT").end();
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("Stopping at once: what runs is abandoned");
        }
        Files.delete(log);
        expectConvergence(define("0 ms"));
    }

    @Test
    void atTheQuestionTheLockIsGivenBack() throws IOException {
        Place place = Place.folder(1);
        place.define(directory, "provider('simulator') {}\n" + OBJECTS);
        try (CorbelProcess apply = place.startAsking(directory, "apply").awaitLine("Apply this plan")) {
            assertThat(apply.signal("INT").end().exitCode()).isEqualTo(130);
        }

        CommandRun next = place.run(directory, "plan");

        assertThat(next.exitCode()).as(next.err()).isZero();
        assertThat(next.err()).doesNotContain("Waiting for the lock", "was taken over");
    }

    private static void expectConvergence(Project project) {
        Operator operator = Place.FILES.operator(project.directory());
        operator.converge();
        SimulatedCloud.of(project.directory()).expectWhatStateKnows(operator, 6);
    }
}
