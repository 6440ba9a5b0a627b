package dev.corbel.state;

import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import java.time.Duration;

/** The store of the state of one environment. Every failure is a {@code DiagnosticsException}. */
public interface StateStore {

    /** The state as last committed or journalled, without taking the lock. Empty state where there is none. */
    State read();

    /**
     * Takes the lock and opens the state for changes.
     *
     * @param lockTimeout how long to wait for another holder; zero fails at once and names the holder
     */
    StateTransaction begin(LockHolder holder, Duration lockTimeout);
}
