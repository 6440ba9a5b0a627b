package dev.corbel.state.conformance;

import static dev.corbel.state.conformance.Samples.created;
import static dev.corbel.state.conformance.Samples.failed;
import static dev.corbel.state.conformance.Samples.holder;
import static dev.corbel.state.conformance.Samples.intent;
import static dev.corbel.state.conformance.Samples.names;
import static dev.corbel.state.conformance.Samples.put;
import static dev.corbel.state.conformance.Samples.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.state.StateBackend;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.State;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The contract of a transaction of every backend of state. {@link StateLockContract} and others say the rest. */
public abstract class StateBackendContract extends BackendFixture {
    protected StateBackendContract(TestedBackend backend) {
        super(backend);
    }

    @Test
    public final void whereStateWasNeverKeptItIsEmpty() {
        assertThat(store().read()).isEqualTo(State.empty(environment()));
        assertThat(store().pull().interrupted()).isEmpty();
        assertThat(store().holder()).isEmpty();
        assertThat(store().backups()).isEmpty();
    }

    @Test
    public final void whatIsCommittedIsKept() {
        State committed;
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.initial()).isEqualTo(State.empty(environment()));
            assertThat(transaction.warnings()).isEmpty();
            transaction.intend(intent("1", "a"));
            transaction.record(created("1", "a"));
            transaction.recordLater(put("b", "later"));
            assertThat(names(transaction.current())).containsExactly("a", "b");
            committed = transaction.commit();
        }
        assertThat(committed.serial()).isEqualTo(1);
        assertThat(committed.lineage()).hasSize(36);
        assertThat(committed.environment()).isEqualTo(environment());
        assertThat(store().read()).isEqualTo(committed);
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.initial()).isEqualTo(committed);
            assertThat(transaction.interrupted()).isEmpty();
        }
    }

    @Test
    public final void nothingIsWrittenWhereNothingChanged() {
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.commit().serial()).isZero();
        }
        State first = commit(put("a", "1"));
        try (StateTransaction transaction = begin()) {
            transaction.intend(intent("1", "b"));
            transaction.record(failed("1"));
            assertThat(transaction.commit()).isEqualTo(first);
        }
        assertThat(store().read()).isEqualTo(first);
        assertThat(store().backups()).isEmpty();
        try (StateTransaction transaction = begin()) {
            for (int i = 0; i < 3; i++) {
                transaction.intend(intent("again " + i, "b"));
                transaction.record(failed("again " + i));
            }
            assertThat(transaction.commit()).isEqualTo(first);
            transaction.record(put("b", "1"));
            assertThat(transaction.commit().serial()).isEqualTo(2);
        }
        assertThat(names(store().read())).containsExactly("a", "b");
    }

    @Test
    public final void theLineageStaysAndTheSerialCounts() {
        State first = commit(put("a", "1"));
        State second = commit(put("a", "2"));
        assertThat(second.lineage()).isEqualTo(first.lineage());
        assertThat(second.serial()).isEqualTo(2);
        assertThat(value(second, "a")).isEqualTo("2");
    }

    @Test
    public final void aTransactionGoesOnAfterACommit() {
        try (StateTransaction transaction = begin()) {
            for (int i = 1; i <= 5; i++) {
                transaction.record(put("a" + i, "1"));
                assertThat(transaction.commit().serial()).isEqualTo(i);
                assertThat(transaction.commit().serial()).isEqualTo(i);
            }
            transaction.record(put("b", "1"));
        }
        assertThat(names(store().read())).containsExactly("a1", "a2", "a3", "a4", "a5", "b");
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.initial().serial()).isEqualTo(6);
        }
    }

    @Test
    public final void readersSeeWhatARunHasJournalledSoFar() {
        commit(put("a", "1"));
        try (StateTransaction transaction = begin()) {
            transaction.record(put("b", "1"));
            transaction.intend(intent("1", "c"));
            State seen = store().read();
            assertThat(names(seen)).containsExactly("a", "b");
            assertThat(seen.serial()).isEqualTo(1);
            assertThat(store().pull().interrupted()).containsExactly(intent("1", "c"));
            transaction.record(created("1", "c"));
            transaction.commit();
            assertThat(names(store().read())).containsExactly("a", "b", "c");
        }
    }

    @Test
    public final void whatARunLeftInTheJournalIsTakenOver() {
        commit(put("x", "1"));
        try (StateTransaction transaction = begin()) {
            transaction.intend(intent("1", "a"));
            transaction.record(created("1", "a"));
            transaction.intend(intent("2", "b"));
        }
        State seen = store().read();
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.initial().instances()).isEqualTo(seen.instances());
            assertThat(transaction.initial().serial()).isEqualTo(2);
            assertThat(names(transaction.initial())).containsExactly("a", "x");
            assertThat(transaction.interrupted()).containsExactly(intent("2", "b"));
        }
    }

    @Test
    public final void anInterruptedIntentIsHandedOnUntilItIsResolved() {
        try (StateTransaction transaction = begin()) {
            transaction.intend(intent("1", "a"));
        }
        commit(put("b", "1"));
        commit(put("c", "1"));
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.interrupted()).containsExactly(intent("1", "a"));
            transaction.record(created("1", "a"));
            assertThat(transaction.interrupted()).isEmpty();
            transaction.commit();
        }
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.interrupted()).isEmpty();
            assertThat(names(transaction.initial())).containsExactly("a", "b", "c");
        }
    }

    @Test
    public final void aKilledRunLosesNothingThatItWasToldIsSafe() {
        commit(put("x", "1"));
        for (int round = 1; round <= 3; round++) {
            String name = "a" + round;
            StateBackend killed = open();
            StateTransaction transaction = killed.begin(holder("killed " + round), TIMEOUT);
            transaction.intend(intent(name, name));
            transaction.record(created(name, name));
            transaction.intend(intent("lost " + round, "lost"));
            transaction.recordLater(put("unsynced", "1"));
            kill(transaction);
        }
        try (StateTransaction next = begin()) {
            assertThat(names(next.initial())).contains("x", "a1", "a2", "a3");
            assertThat(next.interrupted())
                    .containsExactly(intent("lost 1", "lost"), intent("lost 2", "lost"), intent("lost 3", "lost"));
        }
    }

    @Test
    public final void aRunThatIsKilledAfterACommitLeavesTheCommit() {
        StateTransaction transaction = open().begin(holder("killed"), TIMEOUT);
        transaction.record(put("a", "1"));
        State committed = transaction.commit();
        kill(transaction);
        assertThat(store().read()).isEqualTo(committed);
        try (StateTransaction next = begin()) {
            assertThat(next.initial()).isEqualTo(committed);
        }
    }

    @Test
    public final void threadsThatJournalAtTheSameTimeLoseNothing() throws Exception {
        Set<String> expected = new TreeSet<>();
        try (StateTransaction transaction = begin()) {
            List<Integer> threads = new java.util.ArrayList<>();
            for (int i = 0; i < 16; i++) {
                threads.add(i);
                expected.add("t" + i + "-3");
            }
            Race.each(threads, thread -> {
                for (int i = 0; i < 4; i++) {
                    String name = "t" + thread + "-" + i;
                    transaction.intend(intent(name, name));
                    if (i == 3) {
                        transaction.record(created(name, name));
                    }
                }
            });
        }
        try (StateTransaction transaction = begin()) {
            assertThat(names(transaction.initial())).isEqualTo(expected);
            assertThat(transaction.interrupted()).hasSize(48);
        }
    }

    @Test
    public final void readersSeeWholeEntriesAndNeverGoBack() throws Exception {
        int rounds = 30;
        Race.each(List.of(true, false, false), writes -> {
            if (writes) {
                write(rounds);
                return;
            }
            int seen = 0;
            long serial = 0;
            StateBackend reader = store();
            while (seen < rounds) {
                State state = reader.read();
                String value = value(state, "a");
                assertThat(value(state, "b")).isEqualTo(value);
                int now = value.isEmpty() ? 0 : Integer.parseInt(value);
                assertThat(now).isGreaterThanOrEqualTo(seen);
                assertThat(state.serial()).isGreaterThanOrEqualTo(serial);
                seen = now;
                serial = state.serial();
            }
        });
    }

    /** Two objects change together; some rounds end with a snapshot and some with a new run. */
    private void write(int rounds) {
        for (int round = 1; round <= rounds; ) {
            try (StateTransaction transaction = open().begin(holder("writer"), Duration.ofMinutes(1))) {
                for (int i = 0; i < 10; i++, round++) {
                    Result one = put("a", String.valueOf(round));
                    Result other = put("b", String.valueOf(round));
                    transaction.record(new Result(
                            java.util.Optional.empty(),
                            List.of(one.changes().get(0), other.changes().get(0))));
                    if (round % 3 == 0) {
                        transaction.commit();
                    }
                }
            }
        }
    }

    @Test
    public final void runsThatWaitForEachOtherLoseNoUpdate() throws Exception {
        Race.each(List.of("a", "b", "c", "d"), name -> {
            StateBackend store = open();
            for (int i = 0; i < 3; i++) {
                try (StateTransaction transaction = store.begin(holder(name), Duration.ofMinutes(5))) {
                    transaction.record(put(name + i, "1"));
                    transaction.commit();
                }
            }
        });
        assertThat(store().read().serial()).isEqualTo(12);
        assertThat(store().read().instances()).hasSize(12);
    }

    @Test
    public final void oneOfManyWinsAndTheOthersNameIt() throws Exception {
        List<String> refusals = Collections.synchronizedList(new java.util.ArrayList<>());
        List<String> winners = Collections.synchronizedList(new java.util.ArrayList<>());
        List<String> all = new java.util.ArrayList<>();
        for (int i = 0; i < 32; i++) {
            all.add("run-" + i);
        }
        java.util.concurrent.CountDownLatch refused = new java.util.concurrent.CountDownLatch(31);
        Race.together(all, name -> {
            try (StateTransaction transaction = open().begin(holder(name), Duration.ZERO)) {
                winners.add(name);
                transaction.record(put(name, "1"));
                refused.await();
                transaction.commit();
            } catch (dev.corbel.providers.api.diagnostic.DiagnosticsException locked) {
                refusals.add(locked.diagnostics().get(0).summary() + ": "
                        + locked.diagnostics().get(0).detail());
                refused.countDown();
            }
        });
        assertThat(winners).hasSize(1);
        String expected = "The state of environment \"" + environment() + "\" is locked: ada on build-7 (process 4711)"
                + " has been running \"apply production\" since 2025-03-01T12:00:00Z, lock id " + winners.get(0) + ".";
        assertThat(refusals).hasSize(31).containsOnly(expected);
        assertThat(names(store().read())).containsExactlyElementsOf(winners);
    }
}
