package dev.corbel.state.journal;

import dev.corbel.state.model.State;
import dev.corbel.state.model.StateBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A snapshot with what a journal adds to it. Not safe for use by several threads. */
public final class Fold {
    private final StateBuilder state;
    private final Map<String, Intent> unresolved = new LinkedHashMap<>();

    /** @param interrupted intents whose objects are deposed at the start already */
    public Fold(State start, List<Intent> interrupted) {
        this.state = new StateBuilder(start);
        interrupted.forEach(intent -> unresolved.put(intent.operation(), intent));
    }

    /** Takes in an intent along with what it deposes; errors as in {@link StateBuilder#apply}. */
    public void intend(Intent intent) {
        intent.deposing().ifPresent(state::apply);
        unresolved.put(intent.operation(), intent);
    }

    /** Takes an intent back whose call never started. */
    public void withdraw(Intent intent) {
        unresolved.remove(intent.operation());
        intent.restoring().ifPresent(state::apply);
    }

    /** Makes the changes; errors as in {@link StateBuilder#apply}. */
    public void record(Result result) {
        result.operation().ifPresent(unresolved::remove);
        result.changes().forEach(state::apply);
    }

    public void add(JournalEntry entry) {
        if (entry instanceof JournalEntry.Intended intended) {
            intend(intended.intent());
        } else if (entry instanceof JournalEntry.Recorded recorded) {
            record(recorded.result());
        }
    }

    /** The intents without a result, in the order in which they came. */
    public List<Intent> unresolved() {
        return List.copyOf(unresolved.values());
    }

    /** Tells whether the state is another than at the start, or was. */
    public boolean changedState() {
        return state.changed();
    }

    public State build(String environment, String lineage, long serial) {
        return state.build(environment, lineage, serial);
    }
}
