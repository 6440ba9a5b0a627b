package dev.corbel.state.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.state.RandomChanges;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateBuilder;
import dev.corbel.state.model.StateChange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of many runs, kept or left in the journal, read back as they were made. */
class RandomRunsTest {
    @TempDir
    Path project;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatIsFoldedIsWhatWasApplied(long seed) {
        Random random = new Random(seed);
        RandomChanges changes = new RandomChanges(seed);
        LocalStateStore store = new LocalStateStore(project, "production", "0.1.0", 2, FaultyDisk.endless());
        StateBuilder expected = new StateBuilder(State.empty("production"));
        for (int run = 0; run < 20; run++) {
            try (StateTransaction transaction = store.begin(LockHolder.ofThisProcess("run " + run), Duration.ZERO)) {
                expectSame(transaction.initial(), expected);
                for (int i = 0; i < 15; i++) {
                    StateChange change = changes.next(transaction.current());
                    expected.apply(change);
                    Result result = new Result(Optional.empty(), List.of(change));
                    if (random.nextBoolean()) {
                        transaction.record(result);
                    } else {
                        transaction.recordLater(result);
                    }
                    if (random.nextInt(20) == 0) {
                        transaction.commit();
                    }
                }
                expectSame(transaction.current(), expected);
                if (random.nextBoolean()) {
                    transaction.commit();
                }
            }
            expectSame(store.read(), expected);
        }
    }

    private static void expectSame(State actual, StateBuilder expected) {
        assertThat(actual).isEqualTo(expected.build("production", actual.lineage(), actual.serial()));
    }
}
