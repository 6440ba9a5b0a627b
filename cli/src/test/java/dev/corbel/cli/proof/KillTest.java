package dev.corbel.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * An apply is killed before each thing that it does to the disk, to a place of state and to the cloud, and the next one
 * again while it recovers. The one after that needs no help, save where nobody can know: there the printed command is
 * enough.
 */
@Tag("proof")
class KillTest {
    private final Kills kills = Kills.wanted();
    private final long seed = Long.getLong("corbel.seed", System.nanoTime() % 1_000_000);
    private final Random random = new Random(seed);

    @TempDir
    private Path folder;

    private Origin prepare(PlaceKind kind, Places places) {
        System.out.printf("KillTest: seed %d (to repeat: -Dcorbel.seed=%1$d), kills %s, %s%n", seed, kills, kind);
        return Origin.in(kind, places, folder);
    }

    @InPlaces
    void anApplyMayBeKilledAtEveryStep(PlaceKind kind, Places places) {
        Origin start = prepare(kind, places);
        List<String> steps = steps(kind, start);
        SideBySide.run(2, choose(steps.size(), kills.ofApplies(kind)), step -> {
            Scene killed = start.scene("apply-" + step);
            kill(killed, step);
            expectConvergence(killed, "killed at step " + step + " before " + steps.get(step - 1));
            killed.delete();
        });
    }

    @InPlaces
    void soMayTheRecovery(PlaceKind kind, Places places) {
        int firsts = kills.ofRecoveries(kind);
        Assumptions.assumeTrue(firsts > 0, "Skipped, since this is part of the long form of the proofs");
        Origin start = prepare(kind, places);
        List<String> steps = steps(kind, start);
        for (int first : choose(steps.size(), firsts)) {
            Origin once = start.after("once", scene -> kill(scene, first));
            String story = "killed at step %d before %s".formatted(first, steps.get(first - 1));
            int seconds = kills.ofOneRecovery(kind);
            if (kind.isInProject()) {
                haltAtEveryStep(once, seconds, story);
            } else {
                killAgain(once, seconds, story);
            }
            once.delete();
        }
    }

    private void killAgain(Origin once, int seconds, String story) {
        Scene walked = once.scene("steps");
        List<String> recovery = SteppedProcess.steps(walked, SteppedProcess.PLANNING, MixedProject.APPLY);
        walked.delete();
        for (int second : choose(recovery.size(), seconds)) {
            Scene twice = once.scene("twice");
            kill(twice, second);
            expectConvergence(twice, again(story, second, recovery));
            twice.delete();
        }
    }

    /**
     * Recovers once, and copies the project at each step, while the process stands still before it: the copy is what a kill
     * there leaves behind. So many kills cost one process, not one each.
     */
    private void haltAtEveryStep(Origin once, int seconds, String story) {
        Scene walked = once.scene("steps");
        List<Scene> halted = new ArrayList<>();
        List<String> recovery = SteppedProcess.steps(
                walked,
                SteppedProcess.PLANNING,
                number -> halted.add(walked.copy("halted-" + number)),
                MixedProject.APPLY);
        walked.delete();
        assertThat(halted).hasSameSizeAs(recovery);
        SideBySide.run(
                8,
                choose(recovery.size(), seconds),
                second -> expectConvergence(halted.get(second - 1), again(story, second, recovery)));
        halted.forEach(Scene::delete);
    }

    private static String again(String story, int second, List<String> recovery) {
        return "%s, and again at step %d before %s".formatted(story, second, recovery.get(second - 1));
    }

    /** The steps of an apply that is left alone, which must be steps of all kinds. */
    private static List<String> steps(PlaceKind kind, Origin start) {
        Scene whole = start.scene("whole");
        List<String> steps = SteppedProcess.steps(whole, "", MixedProject.APPLY);
        whole.delete();
        assertThat(steps)
                .contains(
                        SteppedProcess.PLANNING,
                        "SimulatorSession.perform",
                        "AtomicFiles.write",
                        "ObjectFiles.delete",
                        "CallLog.append")
                .containsAll(kind.steps());
        return steps;
    }

    /** All steps, or some of them. */
    private int[] choose(int steps, int wanted) {
        return wanted >= steps
                ? IntStream.rangeClosed(1, steps).toArray()
                : random.ints(1, steps + 1).distinct().limit(wanted).sorted().toArray();
    }

    private static void kill(Scene scene, int step) {
        CommandRun run = SteppedProcess.kill(scene, step, MixedProject.APPLY).run();
        assertThat(run.exitCode()).as(run.err()).isEqualTo(137);
    }

    private static void expectConvergence(Scene scene, String story) {
        SimulatedCloud cloud = SimulatedCloud.of(scene.project());
        Operator operator = scene.operator();
        try {
            operator.converge();
            cloud.expectWhatStateKnows(operator, MixedProject.RESOURCES);
        } catch (AssertionError wrong) {
            throw new AssertionError(story + ": " + wrong.getMessage() + "\n" + operator.story(), wrong);
        }
    }
}
