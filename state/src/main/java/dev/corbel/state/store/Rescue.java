package dev.corbel.state.store;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.json.StateDocument;

/** Keeps what is known elsewhere when the place where it belongs fails. */
@FunctionalInterface
public interface Rescue {
    /**
     * Keeps it.
     *
     * @param known all that was recorded, under a serial that {@code push} takes later
     * @return the failure, with where it is now
     */
    DiagnosticsException keep(DiagnosticsException failure, StateDocument known);
}
