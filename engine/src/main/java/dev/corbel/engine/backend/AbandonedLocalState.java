package dev.corbel.engine.backend;

import dev.corbel.engine.environment.Environment;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.State;

/** State beside the project which a new state block forgot: a plan without it would create everything again. */
public final class AbandonedLocalState {
    private AbandonedLocalState() {}

    /**
     * Refuses to start anew where state was left behind.
     *
     * @param backend the title of the backend that was found to have no state
     */
    public static void check(Environment environment, String backend, State found) {
        String folder = ".corbel/state/" + environment.name();
        if (found.serial() == 0 && LocalStateStore.exists(environment.project(), environment.name())) {
            throw new DiagnosticsException(Diagnostic.error(
                            "State was left beside the project",
                            "The definition says " + backend + ", which has no state of environment \""
                                    + environment.name() + "\" yet, but " + folder + " has.")
                    .withHint("Move it: corbel state migrate " + environment.name()
                            + ". To start anew and forget all that exists, delete the folder " + folder + "."));
        }
    }
}
