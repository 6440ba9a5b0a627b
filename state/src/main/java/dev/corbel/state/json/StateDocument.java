package dev.corbel.state.json;

import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.State;
import java.util.List;
import java.util.Optional;

/**
 * All that a snapshot holds.
 *
 * @param engineVersion of what wrote it
 * @param journal the id of the last journal that was folded into it; empty where there was none
 * @param interrupted intents whose result nobody knows
 * @param rescuedFrom where a run could not keep this in its place: the journal of the snapshot that the run started from
 */
public record StateDocument(
        State state, String engineVersion, String journal, List<Intent> interrupted, Optional<String> rescuedFrom) {
    public StateDocument {
        interrupted = interrupted.stream().map(IntentJson::withoutSecrets).toList();
    }

    /** One that is kept in its place. */
    public StateDocument(State state, String engineVersion, String journal, List<Intent> interrupted) {
        this(state, engineVersion, journal, interrupted, Optional.empty());
    }

    /** The same, for one that cannot be kept in its place. */
    public StateDocument rescuedFrom(StateVersion base) {
        return new StateDocument(state, engineVersion, journal, interrupted, Optional.of(base.journal()));
    }

    /** The version that tells one snapshot from the next. */
    public StateVersion version() {
        return new StateVersion(state.lineage(), state.serial(), journal);
    }
}
