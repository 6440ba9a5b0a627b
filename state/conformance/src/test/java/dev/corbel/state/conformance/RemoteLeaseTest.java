package dev.corbel.state.conformance;

import static dev.corbel.state.conformance.Samples.intent;
import static dev.corbel.state.conformance.Samples.names;
import static dev.corbel.state.conformance.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.state.StateTransaction;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The holder of the lock, as time goes by. */
class RemoteLeaseTest {
    private static final String HOLDER = "ada on build-7 (process 4711) has been running \"apply production\" since"
            + " 2025-03-01T12:00:00Z, lock id ";

    private final Path project;

    private final InMemoryObjectStore place = new InMemoryObjectStore();
    private final TestTime time = new TestTime();
    private final Machine here;
    private final Machine there;

    RemoteLeaseTest(@TempDir Path project) {
        this.project = project;
        this.here = new Machine("here", place, project, time);
        this.there = new Machine("there", place, project, time.another());
    }

    private Duration elapsed(Runnable action) {
        long start = time.nanos();
        action.run();
        return Duration.ofNanos(time.nanos() - start);
    }

    @Test
    void aLivingHolderIsNamedAsSoonAsItsHeartIsHeard() {
        try (StateTransaction transaction = there.begin()) {
            assertThat(elapsed(() -> assertThat(BackendFixture.problem(() -> here.begin()))
                            .isEqualTo("The state of environment \"production\" is locked\n" + HOLDER + "there.")))
                    .isEqualTo(Duration.ofSeconds(10));
            assertThat(here.notices())
                    .containsExactly("Waiting for the lock of environment \"production\"\n" + HOLDER
                            + "there. It goes over to this run where there is no sign of life for 30 s.");
            transaction.record(put("a", "1"));
        }
    }

    @Test
    void aLivingHolderIsWaitedForAsLongAsWasAsked() {
        try (StateTransaction transaction = there.begin()) {
            assertThat(transaction.initial().serial()).isZero();
            assertThat(elapsed(() -> BackendFixture.problem(() -> here.begin(Duration.ofMinutes(5)))))
                    .isEqualTo(Duration.ofMinutes(5));
        }
    }

    @Test
    void aLivingHolderKeepsItForHours() {
        try (StateTransaction transaction = there.begin()) {
            time.advance(Duration.ofHours(3));
            transaction.intend(intent("1", "a"));
            BackendFixture.problem(() -> here.begin());
            transaction.record(put("a", "1"));
            assertThat(transaction.commit().serial()).isEqualTo(1);
        }
    }

    @Test
    void aKilledHolderIsWaitedForUntilItsLeaseIsOver() {
        StateTransaction killed = there.begin();
        killed.intend(intent("1", "a"));
        there.kill();
        assertThat(elapsed(() -> {
                    try (StateTransaction transaction = here.begin()) {
                        assertThat(transaction.interrupted()).containsExactly(intent("1", "a"));
                        assertThat(transaction.warnings())
                                .extracting(warning -> warning.summary() + "\n" + warning.detail())
                                .containsExactly("The lock of a run that ended early was taken over\n" + HOLDER
                                        + "there, and gave no sign of life for 30 s.");
                    }
                }))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(here.notices()).hasSize(1);
    }

    @Test
    void aHolderThatSaidGoodbyeIsNotWaitedFor() {
        there.begin().close();
        assertThat(elapsed(() -> here.begin().close())).isZero();
        assertThat(here.notices()).isEmpty();
    }

    @Test
    void aHolderThatCannotReachThePlaceBeginsNothingMore() {
        try (StateTransaction transaction = there.begin()) {
            transaction.record(put("a", "1"));
            there.objects().set(Trouble.stopAfter(0));
            time.advance(Duration.ofSeconds(31));
            assertThat(BackendFixture.problem(() -> transaction.intend(intent("1", "b"))))
                    .isEqualTo("Cannot renew the lock of environment \"production\"\n"
                            + "Cannot replace head.json in memory: unreachable.");
            there.objects().set(Machine.NONE);
            assertThat(names(transaction.commit())).containsExactly("a");
        }
        assertThat(here.store().read().serial()).isEqualTo(1);
    }

    @Test
    void aHolderThatWasAwayAndIsStillAloneGoesOn() {
        try (StateTransaction transaction = there.begin()) {
            there.time().suspend();
            time.advance(Duration.ofMinutes(10));
            there.time().resume();
            transaction.record(put("a", "1"));
            assertThat(transaction.commit().serial()).isEqualTo(1);
        }
    }

    /** That its last heartbeat arrived, though the answers were lost, is no new sign of life. */
    @Test
    void whatArrivedLongAgoDoesNotProlongALease() {
        try (StateTransaction transaction = there.begin()) {
            there.objects().set((operation, name) -> Trouble.Fault.ANSWER_LOST);
            time.advance(Duration.ofSeconds(11));
            // The next heartbeat finds out that the one before arrived, and then the network is away again.
            there.objects().set(lookingOnce());
            time.advance(Duration.ofSeconds(9));
            there.time().suspend();
            time.advance(Duration.ofSeconds(10));
            there.time().resume();
            there.objects().set(Trouble.stopAfter(0));

            assertThat(BackendFixture.problem(() -> transaction.intend(intent("1", "b"))))
                    .startsWith("Cannot renew the lock of environment \"production\"\n");
        }
    }

    /** A write meets what was written before, the look that follows succeeds, and nothing after that. */
    private static Trouble lookingOnce() {
        boolean[] looked = new boolean[1];
        return (operation, name) -> {
            if (operation.equals("get") && !looked[0]) {
                looked[0] = true;
                return Trouble.Fault.NONE;
            }
            return looked[0] ? Trouble.Fault.REFUSED : Trouble.Fault.NONE;
        };
    }

    @Test
    void aHeadThatIsSpoiltIsNamedByTheNextWriteAndNotByAHeartbeat() {
        try (StateTransaction transaction = there.begin()) {
            place.put("head.json", new byte[] {'x'});
            time.advance(Duration.ofSeconds(15));
            transaction.record(put("a", "1"));
            assertThat(BackendFixture.problem(transaction::commit)).startsWith("The head of the state is corrupt\n");
        }
    }

    @Test
    void aTakeOverThatFailedHalfWayIsFinishedByTheNextOne() {
        StateTransaction asleep = there.begin();
        asleep.record(put("a", "1"));
        there.time().suspend();
        here.objects()
                .set((operation, name) -> operation.equals("create") && name.startsWith("journal/")
                        ? Trouble.Fault.REFUSED
                        : Trouble.Fault.NONE);
        assertThat(BackendFixture.problem(() -> here.begin()))
                .startsWith("Cannot lock the state of environment \"production\"\n");
        here.objects().set(Machine.NONE);

        here.begin().close();

        assertThat(place.contents().keySet()).contains("journal/000001/000002");
        assertThat(new String(place.contents().get("journal/000001/000002"), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("{\"sealed_by\":");
        assertThat(names(here.store().read())).containsExactly("a");
    }

    @Test
    void aKilledHolderIsUnlockedAfterAHeartbeatWasMissed() {
        StateTransaction killed = there.begin();
        killed.record(put("a", "1"));
        there.kill();
        assertThat(elapsed(() -> here.store().unlock("there"))).isEqualTo(Duration.ofSeconds(15));
        assertThat(here.store().holder()).isEmpty();
        assertThat(names(here.store().read())).containsExactly("a");
        assertThat(elapsed(() -> here.begin().close())).isZero();
    }

    @Test
    void aHolderThatWasUnlockedThoughItLivedIsFenced() {
        try (StateTransaction transaction = there.begin()) {
            transaction.record(put("a", "1"));
            there.time().suspend();
            here.store().unlock("there");
            there.time().resume();
            assertThat(BackendFixture.problem(() -> transaction.intend(intent("1", "b"))))
                    .isEqualTo("""
                            This run no longer holds the lock of environment "production"
                            It was not heard of for 30 s, or was unlocked. Somebody has taken the lock and given it back, or removed it. Nothing was written since, and nothing more is begun.""");
        }
        assertThat(names(here.store().read())).containsExactly("a");
    }

    @Test
    void aPlaceThatIgnoresConditionsIsRefused() {
        Machine careless = new Machine("careless", InMemoryObjectStore.ignoringConditions(), project, time);
        assertThat(BackendFixture.problem(() -> careless.begin())).isEqualTo("""
                State cannot be kept in memory
                It overwrites an object though it was asked to do so only where nobody else had written it, so two runs could overwrite each other's state.""");
    }

    @Test
    void theFencingNumberGrowsWithEachTakingOfTheLock() {
        for (int i = 1; i <= 3; i++) {
            here.begin().close();
            assertThat(new String(place.contents().get("head.json"), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("\"fence\" : " + i + ",\n  \"lineage\"");
        }
    }

    @Test
    void thePlacesOwnLeaseIsHeldBeside() {
        InMemoryObjectStore leasing = InMemoryObjectStore.withLeases(time, Duration.ofSeconds(30));
        Machine first = new Machine("first", leasing, project, time);
        Machine second = new Machine("second", leasing, project, time);
        try (StateTransaction transaction = first.begin()) {
            time.advance(Duration.ofMinutes(5));
            BackendFixture.problem(() -> second.begin());
            transaction.record(put("a", "1"));
            first.kill();
        }
        time.resumeUnaware();
        try (StateTransaction transaction = second.begin()) {
            assertThat(names(transaction.initial())).containsExactly("a");
        }
    }
}
