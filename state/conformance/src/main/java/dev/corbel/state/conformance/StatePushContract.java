package dev.corbel.state.conformance;

import static dev.corbel.state.conformance.Samples.holder;
import static dev.corbel.state.conformance.Samples.intent;
import static dev.corbel.state.conformance.Samples.names;
import static dev.corbel.state.conformance.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.state.StateBackend;
import dev.corbel.state.StateBackup;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.model.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of every backend for a state that is put in the place of another one, and for former states. */
public abstract class StatePushContract extends BackendFixture {
    protected StatePushContract(TestedBackend backend) {
        super(backend);
    }

    private State push(StateDocument document, boolean force) {
        return open().push(document, force, holder("push"), TIMEOUT);
    }

    private static StateDocument with(StateDocument document, State state) {
        return new StateDocument(state, document.engineVersion(), document.journal(), document.interrupted());
    }

    private State edited(State state, long serial) {
        return new State(environment(), state.lineage(), serial, Map.of(), state.outputs(), state.blueprints());
    }

    @Test
    public final void aStateMovesFromOnePlaceToAnother() {
        commit(put("a", "1"));
        try (StateTransaction transaction = begin()) {
            transaction.intend(intent("1", "b"));
        }
        StateDocument document = store().pull();
        try (StateBackend elsewhere = open("elsewhere-" + environment())) {
            StateDocument moved = with(document, document.state().as("elsewhere-" + environment(), "", 0));
            State kept = elsewhere.push(moved, false, holder("push"), TIMEOUT);
            assertThat(kept.serial()).isEqualTo(1);
            assertThat(kept.lineage()).hasSize(36);
            assertThat(elsewhere.pull().interrupted()).containsExactly(intent("1", "b"));
            assertThat(elsewhere.read().instances()).isEqualTo(document.state().instances());
        }
    }

    @Test
    public final void anEditedStateTakesThePlaceOfTheFormerOne() {
        State first = commit(put("a", "1"));
        State kept = push(with(store().pull(), edited(first, 2)), false);
        assertThat(kept.serial()).isEqualTo(2);
        assertThat(kept.lineage()).isEqualTo(first.lineage());
        assertThat(store().read()).isEqualTo(kept);
        assertThat(names(kept)).isEmpty();
        assertThat(store().backups()).extracting(StateBackup::serial).containsExactly(1L);
        assertThat(commit(put("b", "1")).serial()).isEqualTo(3);
    }

    @Test
    public final void theSameStateIsFineAndChangesNothing() {
        State first = commit(put("a", "1"));
        assertThat(push(store().pull(), false)).isEqualTo(first);
        assertThat(store().backups()).isEmpty();
    }

    @Test
    public final void whatDoesNotComeFromTheStateIsRefused() {
        State first = commit(put("a", "1"));
        StateDocument old = store().pull();
        State second = commit(put("a", "2"));
        StateDocument document = store().pull();
        assertThat(problem(() -> push(with(document, second.as("other", second.lineage(), 3)), false)))
                .isEqualTo("This is the state of another environment\nThe pushed state is of environment \"other\","
                        + " not of \"" + environment() + "\".");
        assertThat(problem(() -> push(with(document, second.as(environment(), "other", 3)), false)))
                .isEqualTo("The pushed state has another lineage\nIt has lineage other, what is there has "
                        + first.lineage() + ": they did not come from one another.");
        assertThat(problem(() -> push(old, false)))
                .isEqualTo("The pushed state is older\nIt has serial 1, what is there has 2.");
        assertThat(problem(() -> push(with(document, edited(second, 2)), false)))
                .isEqualTo("The pushed state has the same serial and other content\nBoth have serial 2. A state that"
                        + " was edited needs a higher serial.");
        assertThat(store().read()).isEqualTo(second);
    }

    /** The knowledge that a run which started from a state could not keep. */
    private StateDocument rescued(StateDocument base) {
        State known = edited(base.state(), base.state().serial() + 2);
        return new StateDocument(known, base.engineVersion(), "a-run-that-was-not-kept", List.of())
                .rescuedFrom(base.version());
    }

    @Test
    public final void whatARunCouldNotKeepIsTaken() {
        commit(put("a", "1"));
        StateDocument rescued = rescued(store().pull());

        assertThat(push(rescued, false)).isEqualTo(rescued.state());
        assertThat(store().pull().rescuedFrom()).isEmpty();
    }

    @Test
    public final void whatARunCouldNotKeepAndAnotherOneWentPastIsRefused() {
        commit(put("a", "1"));
        StateDocument rescued = rescued(store().pull());
        State second = commit(put("a", "2"));

        assertThat(problem(() -> push(rescued, false)))
                .isEqualTo("The pushed state does not know what is there\nIt is what a run knew that could not keep it,"
                        + " and serial 2, which is there now, was made by another run meanwhile.");
        assertThat(store().read()).isEqualTo(second);
        assertThat(push(rescued, true).serial()).isEqualTo(4);
    }

    @Test
    public final void whatIsForcedGetsASerialThatWasNeverUsed() {
        State first = commit(put("a", "1"));
        StateDocument old = store().pull();
        commit(put("a", "2"));
        State forced = push(old, true);
        assertThat(forced).isEqualTo(first.as(environment(), first.lineage(), 3));
        assertThat(store().read()).isEqualTo(forced);
        State foreign = push(with(old, old.state().as("other", "other", 7)), true);
        assertThat(foreign).isEqualTo(first.as(environment(), "other", 8));
        assertThat(commit(put("b", "1"))).satisfies(next -> {
            assertThat(next.lineage()).isEqualTo("other");
            assertThat(next.serial()).isEqualTo(9);
        });
    }

    @Test
    public final void formerStatesAreKeptNewestFirstUntilThereAreManyNewer() {
        List<State> states = new java.util.ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            states.add(commit(put("a", String.valueOf(i))));
        }
        List<StateBackup> backups = store().backups();
        assertThat(backups).extracting(StateBackup::serial).containsExactly(11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L);
        for (StateBackup backup : backups) {
            assertThat(store().backup(backup).state()).isEqualTo(states.get((int) backup.serial() - 1));
            assertThat(backup.written()).isAfter(java.time.Instant.EPOCH);
        }
        commit(put("a", "13"));
        assertThat(problem(() -> store().backup(backups.get(9)))).startsWith("The former state is no longer there\n");
    }

    @Test
    public final void aFormerStateCanBeRestored() {
        State first = commit(put("a", "1"));
        commit(put("a", "2"));
        StateDocument former = store().backup(store().backups().get(0));
        State restored = push(former, true);
        assertThat(restored).isEqualTo(first.as(environment(), first.lineage(), 3));
        assertThat(store().backups()).extracting(StateBackup::serial).containsExactly(2L, 1L);
    }
}
