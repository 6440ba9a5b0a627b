package dev.corbel.state.conformance;

import dev.corbel.state.StateBackend;
import dev.corbel.state.StateTransaction;

/** A backend that a contract is checked with. */
public interface TestedBackend {
    /** A client of its own for an environment's state, as another process would open it. */
    StateBackend open(String environment);

    /**
     * Ends a run as the end of its process would: nothing more is written, and nobody says goodbye.
     *
     * @param transaction of the run, which the client that was opened last for this environment has
     */
    void kill(String environment, StateTransaction transaction);
}
