package dev.corbel.state.store;

import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.model.State;
import java.util.List;
import java.util.Optional;

/**
 * The places of one environment.
 *
 * @param engineVersion what each snapshot says about who wrote it
 * @param problems what can go wrong with them, in words
 * @param rescue for what cannot be kept in them
 * @param encryption how content is kept in them
 */
public record StoreParts(
        String environment,
        String engineVersion,
        SnapshotStore snapshot,
        JournalStore journal,
        StoreProblems problems,
        Rescue rescue,
        StateEncryption encryption) {

    /** The snapshot, or one that says nothing. */
    StateDocument orNothing(Optional<StateDocument> found) {
        return found.orElseGet(() -> new StateDocument(State.empty(environment), engineVersion, "", List.of()));
    }
}
