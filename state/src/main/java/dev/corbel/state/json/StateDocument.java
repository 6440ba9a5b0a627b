package dev.corbel.state.json;

import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.State;
import java.util.List;

/**
 * All that a snapshot holds.
 *
 * @param engineVersion of what wrote it
 * @param journal the id of the last journal that was folded into it; empty where there was none
 * @param interrupted intents whose result nobody knows
 */
public record StateDocument(State state, String engineVersion, String journal, List<Intent> interrupted) {
    public StateDocument {
        interrupted = interrupted.stream().map(IntentJson::withoutSecrets).toList();
    }

    /** What tells one snapshot from the next. */
    public StateVersion version() {
        return new StateVersion(state.lineage(), state.serial(), journal);
    }
}
