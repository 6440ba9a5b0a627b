package dev.corbel.state.store;

import dev.corbel.state.json.StateDocument;
import dev.corbel.state.json.StateVersion;
import java.util.Optional;

/** The store of the snapshot of an environment. Every failure is a {@code DiagnosticsException}. */
public interface SnapshotStore {

    /** The snapshot; empty where there was never one. */
    Optional<StateDocument> read();

    /** The version of the snapshot that is there. */
    StateVersion version();

    /**
     * Puts a snapshot in the place of the one that is expected there, and keeps that one as a backup. Comes from the holder of
     * the lock alone. From then on no segment that was made before counts.
     */
    void replace(StateDocument document, StateVersion expected);

    /**
     * Lets a journal go that changes nothing, all of it at once.
     *
     * @param same what the snapshot holds, with the journal's id
     * @return the snapshot that is there afterwards
     */
    default StateDocument settle(StateDocument same, StateDocument present) {
        replace(same, present.version());
        return same;
    }

    /** Equal for as long as neither the snapshot changes nor where its journal begins. */
    default Object moment() {
        return version();
    }
}
