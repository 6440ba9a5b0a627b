package dev.corbel.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private Path start;

    @BeforeEach
    void prepare() {
        System.out.println("KillTest: seed " + seed + " (to repeat: -Dcorbel.seed=" + seed + "), kills " + kills);
        start = MixedProject.prepare(folder.resolve("start"));
    }

    @Test
    void anApplyMayBeKilledAtEveryStep() {
        List<String> steps = steps();
        for (int step : choose(steps.size(), SAMPLE)) {
            Path project = killed(start, "apply", step);
            expectConvergence(project, "killed at step " + step + " before " + steps.get(step - 1));
            Folders.delete(project);
        }
    }

    @Test
    void soMayTheRecovery() {
        List<String> steps = steps();
        for (int first : choose(steps.size(), SAMPLE / 2)) {
            Path once = killed(start, "once", first);
            List<String> recovery = SteppedProcess.steps(
                    Folders.copy(once, folder.resolve("steps")), SteppedProcess.PLANNING, MixedProject.APPLY);
            Folders.delete(folder.resolve("steps"));
            for (int second : choose(recovery.size(), 1)) {
                Path twice = killed(once, "twice", second);
                expectConvergence(
                        twice,
                        "killed at step %d before %s, and again at step %d before %s"
                                .formatted(first, steps.get(first - 1), second, recovery.get(second - 1)));
                Folders.delete(twice);
            }
            Folders.delete(once);
        }
    }

    /** The steps of an apply that is left alone, which must be steps of all kinds. */
    private List<String> steps() {
        Path project = Folders.copy(start, folder.resolve("whole"));
        List<String> steps = SteppedProcess.steps(project, "", MixedProject.APPLY);
        Folders.delete(project);
        assertThat(steps)
                .contains(
                        SteppedProcess.PLANNING,
                        "FileDisk.create",
                        "FileDisk$1.write",
                        "FileDisk$1.sync",
                        "FileDisk.rename",
                        "FileDisk.link",
                        "FileDisk.delete",
                        "FileDisk.syncFolder",
                        "SimulatorSession.perform",
                        "AtomicFiles.write",
                        "ObjectFiles.delete",
                        "CallLog.append");
        return steps;
    }

    /** All steps, or some of them. */
    private int[] choose(int steps, int sample) {
        int wanted = kills.equals("all") ? steps : Math.min(sample, Integer.parseInt(kills));
        return wanted >= steps
                ? IntStream.rangeClosed(1, steps).toArray()
                : random.ints(1, steps + 1).distinct().limit(wanted).sorted().toArray();
    }

    private Path killed(Path from, String name, int step) {
        Path project = Folders.copy(from, folder.resolve(name));
        SteppedProcess.kill(project, step, MixedProject.APPLY);
        return project;
    }

    private static void expectConvergence(Path directory, String story) {
        Project project = new Project(directory);
        SimulatedCloud cloud = new SimulatedCloud(directory.resolve(".simulator"));
        Operator operator = Operator.after(project::run, cloud);
        try {
            operator.converge();
            cloud.expectWhatStateKnows(operator, MixedProject.RESOURCES);
        } catch (AssertionError wrong) {
            throw new AssertionError(story + ": " + wrong.getMessage() + "\n" + operator.story(), wrong);
        }
    }
}
