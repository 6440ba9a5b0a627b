package dev.corbel.state.journal;

import dev.corbel.state.model.StateChange;
import java.util.List;
import java.util.Optional;

/**
 * The result of an intent, or a change that needed none, such as a refresh, a move or an output.
 *
 * @param operation the intent's; empty where there was none
 * @param changes in order; none where the call failed and changed nothing
 */
public record Result(Optional<String> operation, List<StateChange> changes) {
    public Result {
        changes = List.copyOf(changes);
    }
}
