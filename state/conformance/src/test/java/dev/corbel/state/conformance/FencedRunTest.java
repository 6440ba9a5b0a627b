package dev.corbel.state.conformance;

import static dev.corbel.state.conformance.Samples.names;
import static dev.corbel.state.conformance.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.model.State;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A holder of the lock stands still before or after any of its calls, another run takes the lock, and the first one comes back:
 * it writes nothing more, and what it was told is safe is known to the other.
 */
class FencedRunTest {
    @TempDir
    Path project;

    private InMemoryObjectStore place = new InMemoryObjectStore();

    /** The ways in which a machine learns that it stood still. */
    enum Awakening {
        CLOCKS,
        WALL_CLOCK,
        UNAWARE;

        void of(TestTime time) {
            switch (this) {
                case CLOCKS -> time.resume();
                case WALL_CLOCK -> time.resumeWithStillClock();
                case UNAWARE -> time.resumeUnaware();
            }
        }
    }

    /** Stops its machine at one of its calls until another run is over. */
    private static final class Interlude implements Trouble {
        private final RecordedRun sleeper;
        private final Machine asleep;
        private final Machine other;
        private final long at;
        private final boolean before;
        private final boolean commits;
        private final Awakening awakening;
        private long calls;
        private boolean happened;
        private boolean tookOver;
        private int safeThen;

        Interlude(
                RecordedRun sleeper,
                Machine asleep,
                Machine other,
                long at,
                boolean before,
                boolean commits,
                Awakening awakening) {
            this.sleeper = sleeper;
            this.asleep = asleep;
            this.other = other;
            this.at = at;
            this.before = before;
            this.commits = commits;
            this.awakening = awakening;
        }

        @Override
        public Fault next(String operation, String name) {
            calls++;
            if (before && calls - 1 == at) {
                happen();
            }
            return Fault.NONE;
        }

        @Override
        public void after(String operation, String name) {
            if (!before && calls - 1 == at) {
                happen();
            }
        }

        private void happen() {
            if (happened) {
                return;
            }
            happened = true;
            asleep.time().suspend();
            try (StateTransaction transaction = other.begin()) {
                tookOver = !transaction.warnings().isEmpty();
                safeThen = sleeper.safe();
                sleeper.expectKept(transaction);
                transaction.record(put("w", "1"));
                if (commits) {
                    transaction.commit();
                }
            }
            awakening.of(asleep.time());
        }
    }

    private long calls() {
        place = new InMemoryObjectStore();
        Machine machine = new Machine("counting", place, project, new TestTime());
        new RecordedRun().on(machine);
        return machine.objects().calls();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, CLOCKS",
        "true, true, WALL_CLOCK",
        "true, true, UNAWARE",
        "true, false, CLOCKS",
        "true, false, WALL_CLOCK",
        "true, false, UNAWARE",
        "false, true, CLOCKS",
        "false, true, WALL_CLOCK",
        "false, true, UNAWARE",
        "false, false, CLOCKS",
        "false, false, WALL_CLOCK",
        "false, false, UNAWARE"
    })
    void writesNothingWhereverItStoodStill(boolean before, boolean commits, Awakening awakening) {
        long calls = calls();
        int taken = 0;
        for (long call = 0; call < calls; call++) {
            String when = "asleep " + (before ? "before" : "after") + " call " + call;
            try {
                taken += standsStill(call, before, commits, awakening) ? 1 : 0;
            } catch (AssertionError | DiagnosticsException problem) {
                throw new AssertionError(when + ": " + problem.getMessage(), problem);
            }
        }
        assertThat(taken).isGreaterThan(10);
    }

    private boolean standsStill(long call, boolean before, boolean commits, Awakening awakening) {
        place = new InMemoryObjectStore();
        TestTime time = new TestTime();
        Machine other = new Machine("other", place, project, time);
        Machine asleep = new Machine("asleep", place, project, time.another());
        RecordedRun run = new RecordedRun();
        Interlude interlude = new Interlude(run, asleep, other, call, before, commits, awakening);
        asleep.objects().set(interlude);
        run.on(asleep);
        if (!interlude.happened) {
            // The call met a conflict, as it should.
            assertThat(before).isFalse();
            return false;
        }
        if (interlude.tookOver) {
            // The step in which it stood still may have been done before. No later one may.
            assertThat(run.safe()).isBetween(interlude.safeThen, interlude.safeThen + 1);
            if (awakening != Awakening.UNAWARE && run.safe() > interlude.safeThen) {
                assertThat(run.committed()).isTrue();
            }
        } else {
            assertThat(run.refusals()).isEmpty();
        }
        State seen = other.store().read();
        assertThat(names(seen)).contains("w");
        try (StateTransaction next = new Machine("next", place, project, new TestTime()).begin()) {
            assertThat(next.warnings()).isEmpty();
            assertThat(next.initial().instances()).isEqualTo(seen.instances());
            run.expectKept(next);
            next.record(put("z", "1"));
            next.commit();
        }
        expectTidy(other);
        return interlude.tookOver;
    }

    private void expectTidy(Machine machine) {
        List<String> history =
                machine.store().backups().stream().map(backup -> backup.name()).toList();
        assertThat(place.contents().keySet())
                .filteredOn(name -> name.startsWith("snapshots/") && !history.contains(name))
                .hasSize(1);
    }

    @Test
    void isToldWhoHasTheLock() {
        TestTime time = new TestTime();
        Machine other = new Machine("other", place, project, time);
        Machine asleep = new Machine("asleep", place, project, time.another());
        try (StateTransaction zombie = asleep.begin()) {
            zombie.record(put("a", "1"));
            asleep.time().suspend();
            try (StateTransaction next = other.begin()) {
                asleep.time().resume();
                assertThat(BackendFixture.problem(() -> zombie.record(put("b", "1"))))
                        .isEqualTo("""
                        This run no longer holds the lock of environment "production"
                        It was not heard of for 30 s, or was unlocked. ada on build-7 (process 4711) has been running "apply production" since 2025-03-01T12:00:00Z, lock id other. Nothing was written since, and nothing more is begun.""");
                assertThat(names(next.initial())).containsExactly("a");
            }
            assertThat(BackendFixture.problem(() -> zombie.intend(Samples.intent("1", "c"))))
                    .startsWith("This run no longer holds the lock");
        }
        assertThat(names(other.store().read())).containsExactly("a");
        assertThat(other.store().holder()).isEmpty();
    }
}
