package dev.corbel.state.local;

import static dev.corbel.state.Samples.address;
import static dev.corbel.state.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.address.Address;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange.PutCurrent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadWithoutLockTest {
    private static final int ROUNDS = 300;

    @TempDir
    Path project;

    private LocalStateStore store() {
        return new LocalStateStore(project, "production", "0.1.0", 2, FaultyDisk.endless());
    }

    /** Two objects change together in every round; some rounds end with a snapshot and some with a new run. */
    private void write() {
        int round = 1;
        while (round <= ROUNDS) {
            try (StateTransaction transaction =
                    store().begin(LockHolder.ofThisProcess("apply"), Duration.ofMinutes(1))) {
                for (int i = 0; i < 10; i++, round++) {
                    String value = String.valueOf(round);
                    transaction.record(new Result(
                            Optional.empty(),
                            List.of(
                                    new PutCurrent(address("a"), object(value)),
                                    new PutCurrent(address("b"), object(value)))));
                    if (round % 3 == 0) {
                        transaction.commit();
                    }
                }
            }
        }
    }

    private static int value(State state, Address address) {
        return state.current(address)
                .flatMap(object -> object.attributes().text("value"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    @Test
    void seesWholeEntriesOnlyAndNeverGoesBack() {
        CompletableFuture<Void> writer = CompletableFuture.runAsync(this::write, task -> new Thread(task).start());
        int seen = 0;
        long serial = 0;
        while (seen < ROUNDS && !writer.isCompletedExceptionally()) {
            State state = store().read();
            int value = value(state, address("a"));
            assertThat(value(state, address("b"))).isEqualTo(value);
            assertThat(value).isGreaterThanOrEqualTo(seen);
            assertThat(state.serial()).isGreaterThanOrEqualTo(serial);
            seen = value;
            serial = state.serial();
        }
        writer.join();
        assertThat(value(store().read(), address("a"))).isEqualTo(ROUNDS);
    }
}
