package dev.corbel.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An apply is killed before each thing that it does to the disk and to the cloud, and the next one again while it
 * recovers. The one after that needs no help, save where nobody can know: there the printed command is enough.
 */
@Tag("proof")
class KillTest {
    private static final int SAMPLE = 6;

    private final String kills = System.getProperty("corbel.kills", String.valueOf(SAMPLE));
    private final long seed = Long.getLong("corbel.seed", System.nanoTime() % 1_000_000);
    private final Random random = new Random(seed);

    @TempDir
    private Path folder;

    private Path start = Path.of("");

    static List<Place> places() {
        return List.of(Place.FILES, Place.REMOTE);
    }

    private void prepare(Place place) {
        System.out.println("KillTest: seed " + seed + " (to repeat: -Dcorbel.seed=" + seed + "), kills " + kills);
        start = MixedProject.prepare(place, folder.resolve("start"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void anApplyMayBeKilledAtEveryStep(Place place) {
        prepare(place);
        List<String> steps = steps(place);
        for (int step : choose(steps.size(), SAMPLE)) {
            Path project = killed(place, start, "apply", step);
            expectConvergence(place, project, "killed at step " + step + " before " + steps.get(step - 1));
            Folders.delete(project);
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void soMayTheRecovery(Place place) {
        prepare(place);
        List<String> steps = steps(place);
        for (int first : choose(steps.size(), SAMPLE / 2)) {
            Path once = killed(place, start, "once", first);
            List<String> recovery = SteppedProcess.steps(
                    place, Folders.copy(once, folder.resolve("steps")), SteppedProcess.PLANNING, MixedProject.APPLY);
            Folders.delete(folder.resolve("steps"));
            for (int second : choose(recovery.size(), 1)) {
                Path twice = killed(place, once, "twice", second);
                expectConvergence(
                        place,
                        twice,
                        "killed at step %d before %s, and again at step %d before %s"
                                .formatted(first, steps.get(first - 1), second, recovery.get(second - 1)));
                Folders.delete(twice);
            }
            Folders.delete(once);
        }
    }

    /** The steps of an apply that is left alone, which must be steps of all kinds. */
    private List<String> steps(Place place) {
        Path project = Folders.copy(start, folder.resolve("whole"));
        List<String> steps = SteppedProcess.steps(place, project, "", MixedProject.APPLY);
        Folders.delete(project);
        assertThat(steps)
                .contains(
                        SteppedProcess.PLANNING,
                        "SimulatorSession.perform",
                        "AtomicFiles.write",
                        "ObjectFiles.delete",
                        "CallLog.append")
                .containsAll(place.steps());
        return steps;
    }

    /** All steps, or some of them. */
    private int[] choose(int steps, int sample) {
        int wanted = kills.equals("all") ? steps : Math.min(sample, Integer.parseInt(kills));
        return wanted >= steps
                ? IntStream.rangeClosed(1, steps).toArray()
                : random.ints(1, steps + 1).distinct().limit(wanted).sorted().toArray();
    }

    private Path killed(Place place, Path from, String name, int step) {
        Path project = Folders.copy(from, folder.resolve(name));
        CommandRun run =
                SteppedProcess.kill(place, project, step, MixedProject.APPLY).run();
        assertThat(run.exitCode()).as(run.err()).isEqualTo(137);
        return project;
    }

    private static void expectConvergence(Place place, Path directory, String story) {
        SimulatedCloud cloud = SimulatedCloud.of(directory);
        Operator operator = place.operator(directory);
        try {
            operator.converge();
            cloud.expectWhatStateKnows(operator, MixedProject.RESOURCES);
        } catch (AssertionError wrong) {
            throw new AssertionError(story + ": " + wrong.getMessage() + "\n" + operator.story(), wrong);
        }
    }
}
