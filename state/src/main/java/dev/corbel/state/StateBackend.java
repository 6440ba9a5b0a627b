package dev.corbel.state;

import dev.corbel.state.json.StateDocument;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A store with what people do to state by hand. Every failure is a {@code DiagnosticsException}. */
public interface StateBackend extends StateStore, AutoCloseable {

    /** The holder that the lock names; it may be a process which was killed. */
    Optional<LockHolder> holder();

    /** Removes what a killed holder left behind. Refuses an id that is not the holder's, and a lock that is held. */
    void unlock(String id);

    /** All that is kept, with what the journal adds to it, without taking the lock. Empty state where there is none. */
    StateDocument pull();

    /**
     * Puts a document in the place of what is there and keeps that as a backup. Without force, refuses a document of
     * another environment or lineage, an older serial, and other content under the same serial. A forced one gets a
     * serial that was never used.
     *
     * @return the state as it is now kept
     */
    State push(StateDocument document, boolean force, LockHolder holder, Duration lockTimeout);

    /** Former snapshots, newest first. */
    List<StateBackup> backups();

    /** The content of a former snapshot. An error where it is no longer kept. */
    StateDocument backup(StateBackup backup);

    /** Gives back what was opened to reach the place; nothing for files. */
    @Override
    default void close() {}
}
