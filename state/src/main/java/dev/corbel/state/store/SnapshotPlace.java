package dev.corbel.state.store;

import dev.corbel.state.json.StateDocument;
import dev.corbel.state.json.StateVersion;
import java.util.Optional;

/** Where the snapshot of an environment is kept. Every failure is a {@code DiagnosticsException}. */
public interface SnapshotPlace {

    /** The snapshot; empty where there was never one. */
    Optional<StateDocument> read();

    /** Which snapshot there is. */
    StateVersion version();

    /**
     * Puts a snapshot in the place of the one that is expected there, and keeps that one as a backup. Comes from the holder of
     * the lock alone. From then on no segment that was made before counts.
     */
    void replace(StateDocument document, StateVersion expected);
}
