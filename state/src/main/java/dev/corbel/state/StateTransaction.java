package dev.corbel.state;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.State;
import java.util.List;

/**
 * State under its lock. Intents and results may come from many threads; each call returns when what it wrote would
 * survive a crash, and calls that wait at the same time share one sync.
 */
public interface StateTransaction extends AutoCloseable {

    /** The state when the lock was taken, with all that earlier journals recorded. */
    State initial();

    /** The lineage of the state, which a first one gets here before it is written. */
    default String lineage() {
        return initial().lineage();
    }

    /** The oddities of the state when it was opened, such as a journal whose end is missing. */
    default List<Diagnostic> warnings() {
        return List.of();
    }

    /**
     * Intents of earlier runs without a result: a crash left them. A result with the operation's id resolves one; until then it
     * is handed from run to run. Sensitive values in what was planned are unknown here.
     */
    List<Intent> interrupted();

    /**
     * Must return before the call that it announces starts. What it deposes is deposed from then on; where this fails, the state
     * at hand is as it was, since the call is not made.
     */
    void intend(Intent intent);

    void record(Result result);

    /**
     * Records what had no effect outside of state, without waiting until it would survive a crash. The order in the
     * journal stays: whatever is intended or recorded afterwards survives only together with this.
     */
    default void recordLater(Result result) {
        record(result);
    }

    /** The state with everything recorded so far. */
    State current();

    /**
     * Folds the journal into a new snapshot with the next serial; does nothing where nothing changed.
     *
     * @return the state as it is now kept
     */
    State commit();

    /** Releases the lock. What was recorded and not committed stays in the journal for the next run. */
    @Override
    void close();
}
