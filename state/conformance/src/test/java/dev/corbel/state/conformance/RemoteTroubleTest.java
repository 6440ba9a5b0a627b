package dev.corbel.state.conformance;

import static dev.corbel.state.conformance.Samples.names;
import static dev.corbel.state.conformance.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.model.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls fail, answers get lost and processes end at every point; nothing that was promised may be lost or done twice. */
class RemoteTroubleTest {
    @TempDir
    Path project;

    private InMemoryObjectStore place = new InMemoryObjectStore();
    private static final Set<String> WRITES = Set.of("create", "replace");

    private long callsOfARun;

    private Machine machine(String name) {
        return new Machine(name, place, project, new TestTime());
    }

    /** An environment that knows x; with a journal that was left where wanted. */
    private void start(boolean journal) {
        place = new InMemoryObjectStore();
        try (StateTransaction transaction = machine("former").begin()) {
            transaction.record(put("x", "1"));
            transaction.commit();
            if (journal) {
                transaction.record(put("y", "1"));
            }
        }
        if (journal) {
            Machine killed = machine("killed");
            killed.begin();
            killed.kill();
        }
    }

    private void countCalls(boolean journal) {
        start(journal);
        Machine machine = machine("counting");
        RecordedRun run = new RecordedRun();
        run.on(machine);
        assertThat(run.refusals()).isEmpty();
        callsOfARun = machine.objects().calls();
        assertThat(callsOfARun).isGreaterThan(10);
    }

    private RecordedRun run(Trouble trouble) {
        Machine machine = machine("run");
        machine.objects().set(trouble);
        RecordedRun run = new RecordedRun();
        run.on(machine);
        machine.kill();
        return run;
    }

    private void expectNothingLost(RecordedRun run, boolean journal, String when) {
        try {
            State seen = machine("reader").store().read();
            State kept;
            try (StateTransaction next = machine("next").begin()) {
                assertThat(next.initial().instances()).isEqualTo(seen.instances());
                assertThat(names(next.initial())).contains("x");
                if (journal) {
                    assertThat(names(next.initial())).contains("y");
                }
                run.expectKept(next);
                next.record(put("z", "1"));
                kept = next.commit();
            }
            assertThat(machine("reader").store().read()).isEqualTo(kept);
            expectTidy();
        } catch (AssertionError | DiagnosticsException problem) {
            throw new AssertionError(when + ": " + problem.getMessage(), problem);
        }
    }

    /** No snapshot that is not state or history, and no journal but seals. */
    private void expectTidy() {
        Set<String> known = new HashSet<>();
        machine("reader").store().backups().forEach(backup -> known.add(backup.name()));
        assertThat(place.contents().keySet())
                .filteredOn(name -> name.startsWith("snapshots/") && !known.contains(name))
                .hasSize(1);
        assertThat(place.contents())
                .allSatisfy((name, data) -> assertThat(!name.startsWith("journal/") || data[0] == '{')
                        .as(name)
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRunThatIsKilledBeforeAnyCallLeavesTheOldStateOrTheNew(boolean journal) {
        countCalls(journal);
        for (long call = 0; call <= callsOfARun; call++) {
            start(journal);
            expectNothingLost(run(Trouble.stopAfter(call)), journal, "killed before call " + call);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRunThatIsKilledAfterAnyCallDoesToo(boolean journal) {
        countCalls(journal);
        for (long call = 0; call <= callsOfARun; call++) {
            start(journal);
            long last = call;
            long[] count = new long[1];
            RecordedRun run = run((operation, name) -> {
                long number = count[0]++;
                return number < last
                        ? Trouble.Fault.NONE
                        : number == last ? Trouble.Fault.ANSWER_LOST : Trouble.Fault.REFUSED;
            });
            expectNothingLost(run, journal, "killed after call " + call);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLostAnswerIsFoundOut(boolean journal) {
        countCalls(journal);
        for (long call = 0; call <= callsOfARun; call++) {
            start(journal);
            RecordedRun run = run(Trouble.losing(call));
            assertThat(run.refusals()).as("lost answer of call " + call).isEmpty();
            expectNothingLost(run, journal, "lost answer of call " + call);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aShortOutageIsWaitedOut(boolean journal) {
        countCalls(journal);
        for (long call = 0; call <= callsOfARun; call++) {
            start(journal);
            RecordedRun run = run(Trouble.between(call, call + 2));
            assertThat(run.refusals()).as("outage at call " + call).isEmpty();
            expectNothingLost(run, journal, "outage at call " + call);
        }
    }

    /** Some stores refuse one of two writes that come at the same time, also where both are of one client. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWriteThatIsToBeTriedAgainIsTriedAgain(boolean journal) {
        countCalls(journal);
        for (long call = 0; call <= callsOfARun; call++) {
            start(journal);
            long refused = call;
            long[] count = new long[1];
            RecordedRun run = run((operation, name) ->
                    count[0]++ == refused && WRITES.contains(operation) ? Trouble.Fault.TRY_AGAIN : Trouble.Fault.NONE);
            assertThat(run.refusals()).as("call " + call).isEmpty();
            expectNothingLost(run, journal, "to be tried again: call " + call);
        }
    }

    @Test
    void whateverHappensInAnyOrderNothingIsLost() {
        int committed = 0;
        for (long seed = 1; seed <= 500; seed++) {
            start(seed % 2 == 0);
            RecordedRun run = run(Trouble.random(seed, 20, 10));
            committed += run.committed() ? 1 : 0;
            expectNothingLost(run, seed % 2 == 0, "seed " + seed);
        }
        assertThat(committed).isGreaterThan(400);
    }

    @Test
    void anInterruptDoesNotCutAWriteShort() {
        Machine machine = machine("interrupted");
        try (StateTransaction transaction = machine.begin()) {
            machine.objects().set((operation, name) -> {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                return Trouble.Fault.NONE;
            });
            Thread.currentThread().interrupt();
            transaction.record(put("a", "1"));
            assertThat(transaction.commit().serial()).isEqualTo(1);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(names(machine("reader").store().read())).containsExactly("a");
    }

    @Test
    void manyRunsOneAfterTheOtherInTroubleLoseNothing() {
        for (long seed = 1; seed <= 20; seed++) {
            start(false);
            Set<String> safe = new HashSet<>();
            for (int round = 0; round < 20; round++) {
                Machine machine = machine("run " + round);
                machine.objects().set(Trouble.random(seed * 100 + round, 15, 15));
                String name = "r" + round;
                try (StateTransaction transaction = machine.begin(Duration.ofMinutes(5))) {
                    transaction.record(put(name, "1"));
                    safe.add(name);
                    transaction.commit();
                } catch (DiagnosticsException failed) {
                    assertThat(failed).hasMessageMatching("Cannot (read|write|lock|renew) .*");
                }
                machine.kill();
            }
            assertThat(names(machine("reader").store().read()))
                    .as("seed " + seed)
                    .containsAll(safe);
        }
    }
}
