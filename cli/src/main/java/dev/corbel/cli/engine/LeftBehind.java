package dev.corbel.cli.engine;

import dev.corbel.cli.environment.Environment;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.State;

/** State beside the project which a new state block forgot: a plan without it would create everything again. */
final class LeftBehind {
    private LeftBehind() {}

    /** Refuses to start anew where state was left behind. */
    static void check(Environment environment, String place, State found) {
        String folder = ".corbel/state/" + environment.name();
        if (found.serial() == 0 && LocalStateStore.exists(environment.project(), environment.name())) {
            throw new DiagnosticsException(Diagnostic.error(
                            "State was left beside the project",
                            "The definition says " + place + ", which has no state of environment \""
                                    + environment.name() + "\" yet, but " + folder + " has.")
                    .withHint("Move it: corbel state migrate " + environment.name()
                            + ". To start anew and forget all that exists, delete the folder " + folder + "."));
        }
    }
}
