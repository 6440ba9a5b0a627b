package dev.corbel.planner.run;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.State;
import java.util.List;

/**
 * State under the lock of a run.
 *
 * @param interrupted calls of earlier runs of which nobody knows how they ended
 * @param warnings what was odd about the state when it was opened, and one for each interrupted call
 */
public record OpenedState(State state, List<Intent> interrupted, List<Diagnostic> warnings) {
    public OpenedState {
        interrupted = List.copyOf(interrupted);
        warnings = List.copyOf(warnings);
    }
}
