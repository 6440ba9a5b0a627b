package dev.corbel.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import dev.corbel.cli.testing.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is suspended for longer than its lease, another one takes over and finishes, and the first one comes back: it
 * writes nothing and starts no call.
 */
@Tag("proof")
class LostLeaseTest {
    private static final Place PLACE = Place.HASTY_FOLDER;

    /** Within a call. */
    private static final Set<String> CALLING =
            Set.of("SimulatorSession.perform", "AtomicFiles.write", "ObjectFiles.delete", "CallLog.append");

    @TempDir
    private Path folder;

    private static String chain(String latency) {
        return """
                provider('simulator') { latency = '%s' }
                resource('sim_object', 'first') { identity = 'tag' }
                resource('sim_object', 'second') { identity = 'tag'; value = sim_object.first.id }
                """.formatted(latency);
    }

    @Test
    @Timeout(120)
    void aProcessThatWasStoppedComesBackToNothing() throws InterruptedException {
        PLACE.define(folder, chain("4 s"));
        SimulatedCloud cloud = SimulatedCloud.of(folder);
        try (CorbelProcess stopped = PLACE.start(folder, "apply", "--auto-approve")) {
            while (cloud.ids().isEmpty()) {
                Thread.sleep(5);
            }
            stopped.signal("STOP");
            PLACE.define(folder, chain("0 ms"));
            Operator operator = PLACE.operator(folder);
            assertThat(operator.insist("apply", "--auto-approve").err())
                    .contains("An earlier run did not learn what came of the create of sim_object.first");
            String state = operator.insist("state", "pull").out();
            List<String> objects = cloud.ids();

            CommandRun back = stopped.signal("CONT").end();

            assertThat(back.exitCode()).isEqualTo(1);
            assertThat(back.err())
                    .contains("Error: This run no longer holds the lock of environment \"default\"\n")
                    .doesNotContain("sim_object.second: creating");
            assertThat(operator.insist("state", "pull").out()).isEqualTo(state);
            assertThat(cloud.ids()).isEqualTo(objects);
            operator.converge();
            cloud.expectWhatStateKnows(operator, 2);
        }
    }

    /** A call that was under way is another matter: what it makes is found by the one who takes over. */
    @Test
    @Timeout(3600)
    void itMayBeSuspendedAtEveryStep() {
        Scene start = new Scene(PLACE, MixedProject.prepare(PLACE, folder.resolve("start")));
        List<String> steps = SteppedProcess.steps(copy(start, "whole"), "", MixedProject.APPLY);
        for (int step : choose(steps)) {
            Scene scene = copy(start, "step");
            String story = "suspended at step %d before %s".formatted(step, steps.get(step - 1));
            try {
                suspend(scene, step);
            } catch (AssertionError wrong) {
                throw new AssertionError(story + ": " + wrong.getMessage(), wrong);
            }
            scene.delete();
        }
    }

    private Scene copy(Scene scene, String name) {
        return new Scene(scene.place(), Folders.copy(scene.project(), folder.resolve(name)));
    }

    /** Steps after the first plan, and before the last object is made. */
    private int[] choose(List<String> steps) {
        Kills kills = Kills.wanted();
        int[] all = IntStream.rangeClosed(steps.indexOf(SteppedProcess.PLANNING) + 1, steps.size())
                .filter(step -> !CALLING.contains(steps.get(step - 1)))
                .toArray();
        long seed = Long.getLong("corbel.seed", System.nanoTime() % 1_000_000);
        System.out.printf(
                "LostLeaseTest: seed %d (to repeat: -Dcorbel.seed=%1$d), of %d steps %s%n", seed, all.length, kills);
        return kills.isAll()
                ? all
                : new Random(seed)
                        .ints(0, all.length)
                        .distinct()
                        .limit(kills.number() / 3)
                        .map(index -> all[index])
                        .toArray();
    }

    private static void suspend(Scene scene, int step) {
        Operator other = scene.operator();
        SimulatedCloud cloud = SimulatedCloud.of(scene.project());
        List<String> state = new ArrayList<>();
        Path calls = scene.project().resolve(".simulator/calls.jsonl");
        List<String> made = new ArrayList<>();
        CommandRun back = SteppedProcess.hold(
                        scene,
                        step,
                        () -> {
                            other.converge();
                            state.add(other.insist("state", "pull").out());
                            made.addAll(changes(calls));
                        },
                        MixedProject.APPLY)
                .run();

        String story = back.err() + other.story();
        assertThat(state).as("the state of the one that took over").hasSize(1);
        assertThat(other.insist("state", "pull").out()).as(story).isEqualTo(state.get(0));
        assertThat(changes(calls)).as("calls of\n" + story).isEqualTo(made);
        other.converge();
        cloud.expectWhatStateKnows(other, MixedProject.RESOURCES);
    }

    private static List<String> changes(Path calls) {
        try {
            return Files.readAllLines(calls).stream()
                    .filter(line -> !line.contains("\"op\":\"read\"") && !line.contains("\"op\":\"list\""))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
