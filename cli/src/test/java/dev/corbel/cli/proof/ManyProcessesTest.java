package dev.corbel.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many processes want to change one environment at the same time. */
@Tag("proof")
@Timeout(600)
class ManyProcessesTest {
    private static final int PROCESSES = Integer.getInteger("corbel.processes", 5);

    @TempDir
    private Path directory;

    private final List<CorbelProcess> processes = new ArrayList<>();

    private void define(Place place) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PROCESSES; i++) {
            text.append("resource('sim_object', 'o%d') { name = 'o%d' }\n".formatted(i, i));
        }
        place.define(directory, text.toString());
        place.operator(directory).insist("validate");
    }

    @AfterEach
    void endAll() {
        processes.forEach(CorbelProcess::close);
    }

    @InPlaces
    void oneWinsAndTheOthersNameIt(Places places) throws InterruptedException {
        Place place = places.newPlace();
        define(place);
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(place.startAsking(directory, "apply"));
        }

        // The winner waits for an answer with the lock in its hand.
        List<CorbelProcess> running = new ArrayList<>(processes);
        while (running.size() > 1) {
            Thread.sleep(20);
            running.removeIf(process -> !process.isRunning());
        }
        CorbelProcess winner = running.get(0);
        CommandRun won = winner.answer("yes").end();

        assertThat(won.exitCode()).as(won.err()).isZero();
        processes.remove(winner);
        for (CorbelProcess process : processes) {
            CommandRun lost = process.end();
            assertThat(lost.exitCode()).isEqualTo(1);
            assertThat(lost.out()).isEmpty();
            assertThat(lost.err())
                    .contains(
                            "Error: The state of environment \"default\" is locked\n",
                            "(process " + winner.id() + ") has been running \"apply default\" since ");
        }
        assertThat(place.run(directory, "state", "list").out().lines()).hasSize(PROCESSES);
    }

    @InPlaces
    void inTurnAllOfThemDoTheirPart(Places places) {
        Place place = places.newPlace();
        define(place);
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(place.start(
                    directory, "apply", "--auto-approve", "--lock-timeout", "10m", "--target", "sim_object.o" + i));
        }

        for (CorbelProcess process : processes) {
            CommandRun run = process.end();
            assertThat(run.exitCode()).as(run.err()).isZero();
        }

        Operator operator = place.operator(directory);
        SimulatedCloud.of(directory).expectWhatStateKnows(operator, PROCESSES);
        assertThat(SimulatedCloud.pulled(operator.run("state", "pull")).state().serial())
                .isEqualTo(PROCESSES);
        assertThat(operator.insist("plan").out()).isEqualTo(Operator.NO_CHANGES);
    }
}
