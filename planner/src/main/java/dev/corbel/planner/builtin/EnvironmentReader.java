package dev.corbel.planner.builtin;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.model.State;

/** Reads the states of other environments of the project. */
@FunctionalInterface
public interface EnvironmentReader {

    /**
     * The state of an environment as it is now; with serial 0 where it was never applied.
     *
     * @throws DiagnosticsException where it cannot be read
     */
    State read(String environment);
}
