package dev.corbel.state.conformance;

import static dev.corbel.state.conformance.Samples.holder;
import static dev.corbel.state.conformance.Samples.intent;
import static dev.corbel.state.conformance.Samples.names;
import static dev.corbel.state.conformance.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.state.StateTransaction;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The contract of the lock of every backend of state. */
public abstract class StateLockContract extends BackendFixture {
    protected StateLockContract(TestedBackend backend) {
        super(backend);
    }

    @Test
    public final void whoHoldsItIsNamedToOthers() {
        try (StateTransaction transaction = open().begin(holder("id-1"), Duration.ZERO)) {
            assertThat(transaction.initial().serial()).isZero();
            assertThat(problem(() -> open().begin(holder("id-2"), Duration.ZERO)))
                    .isEqualTo("""
                            The state of environment "ENVIRONMENT" is locked
                            ada on build-7 (process 4711) has been running "apply production" since 2025-03-01T12:00:00Z, lock id id-1.""".replace("ENVIRONMENT", environment()));
            assertThat(store().holder()).contains(holder("id-1"));
        }
        assertThat(store().holder()).isEmpty();
    }

    @Test
    public final void whoIsRefusedLeavesItToTheHolder() {
        try (StateTransaction transaction = begin()) {
            problem(() -> open().begin(holder("id-2"), Duration.ZERO));
            transaction.intend(intent("1", "a"));
            transaction.record(put("a", "1"));
            transaction.commit();
        }
        assertThat(names(store().read())).containsExactly("a");
    }

    @Test
    public final void whoWaitsGetsItNext() throws Exception {
        StateTransaction first = begin();
        CompletableFuture<StateTransaction> second = CompletableFuture.supplyAsync(
                () -> open().begin(holder("id-2"), TIMEOUT), task -> new Thread(task).start());
        first.record(put("a", "1"));
        first.commit();
        assertThat(second).isNotDone();
        first.close();
        try (StateTransaction transaction = second.get(1, TimeUnit.MINUTES)) {
            assertThat(names(transaction.initial())).containsExactly("a");
            assertThat(store().holder()).contains(holder("id-2"));
        }
    }

    @Test
    public final void whoIsInterruptedStopsWaiting() {
        try (StateTransaction first = begin()) {
            assertThat(first.initial().serial()).isZero();
            Thread.currentThread().interrupt();
            assertThat(problem(() -> open().begin(holder("id-2"), TIMEOUT)))
                    .isEqualTo("Interrupted while waiting for the lock\nNothing was changed.");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    public final void aKilledHolderDoesNotKeepIt() {
        StateTransaction killed = open().begin(holder("killed"), TIMEOUT);
        killed.intend(intent("1", "a"));
        kill(killed);
        try (StateTransaction next = open().begin(holder("id-2"), Duration.ZERO)) {
            assertThat(store().holder()).contains(holder("id-2"));
            assertThat(next.interrupted()).containsExactly(intent("1", "a"));
        }
        assertThat(store().holder()).isEmpty();
    }

    @Test
    public final void itIsNotUnlockedWhileItIsHeld() {
        try (StateTransaction transaction = begin()) {
            assertThat(problem(() -> store().unlock("id-9")))
                    .isEqualTo("The lock has another id\nThe lock of environment \"" + environment()
                            + "\" does not have the id id-9: " + holder("id-1").description() + ".");
            assertThat(problem(() -> store().unlock("id-1")))
                    .isEqualTo("The lock is held by a running process\n"
                            + holder("id-1").description() + ".");
            transaction.record(put("a", "1"));
            assertThat(transaction.commit().serial()).isEqualTo(1);
        }
        assertThat(problem(() -> store().unlock("id-1")))
                .isEqualTo("The state of environment \"" + environment() + "\" is not locked\nThere is nothing to do.");
    }
}
