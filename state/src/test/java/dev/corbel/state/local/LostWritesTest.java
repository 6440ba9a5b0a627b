package dev.corbel.state.local;

import static dev.corbel.state.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.model.LockHolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The power fails at every step, and what nobody had synced is lost: renames, names, deletions, ends of files. */
@Tag("proof")
class LostWritesTest {
    @TempDir(factory = FastFolder.class)
    Path folder;

    static LongStream seeds() {
        long first = Long.getLong("corbel.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("corbel.seeds", 10));
    }

    /** Something that is done with state until the power fails. */
    private interface Work {
        void run(CrashedRun run, LocalStateStore store);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRunLosesNothingThatItWasTold(long seed) {
        failAtEveryStep(seed, (run, store) -> {}, CrashedRun::apply);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void takingOverAJournalLosesNothingOfIt(long seed) {
        failAtEveryStep(seed, CrashedRun::applyHalf, (run, store) -> takeOver(store));
    }

    private void failAtEveryStep(long seed, Work before, Work work) {
        long total = fail(folder.resolve("whole"), new CrashedRun(), before, work, Long.MAX_VALUE)
                .steps();
        assertThat(total).isGreaterThan(10);
        for (long step = 0; step <= total; step++) {
            CrashedRun run = new CrashedRun();
            ForgetfulDisk disk = fail(folder.resolve("at" + step), run, before, work, step);
            Path left = disk.recovered(folder.resolve("left" + step), new Random(seed * 10_000 + step));
            run.expectNothingLost(left, "seed %d, stopped after step %d".formatted(seed, step));
        }
    }

    private static ForgetfulDisk fail(Path project, CrashedRun run, Work before, Work work, long steps) {
        ForgetfulDisk disk = new ForgetfulDisk(project);
        LocalStateStore store = CrashedRun.store(project, disk);
        for (String value : List.of("1", "2")) {
            try (StateTransaction transaction = store.begin(LockHolder.ofThisProcess("apply"), Duration.ZERO)) {
                transaction.record(put("x", value));
                transaction.commit();
            }
        }
        before.run(run, store);
        disk.begin(steps);
        work.run(run, store);
        return disk;
    }

    private static void takeOver(LocalStateStore store) {
        try {
            store.begin(LockHolder.ofThisProcess("plan"), Duration.ZERO).close();
        } catch (DiagnosticsException stopped) {
            assertThat(stopped).hasMessageContaining("Cannot write");
        }
    }
}
