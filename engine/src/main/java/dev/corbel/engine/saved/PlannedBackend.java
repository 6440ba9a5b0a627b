package dev.corbel.engine.saved;

import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.engine.backend.BackendLocation;
import dev.corbel.engine.environment.Environment;
import dev.corbel.planner.saved.SavedPlan;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The backend that a saved plan was made with. Together with environment, lineage and serial it identifies the state that
 * the plan is for, in any folder that the plan is carried to.
 */
final class PlannedBackend {
    private final Environment environment;
    private final SavedPlan saved;
    private final BackendLocation then;

    PlannedBackend(Environment environment, SavedPlan saved, Optional<BackendDeclaration> declared) {
        this.environment = environment;
        this.saved = saved;
        this.then = BackendLocation.of(declared);
    }

    /**
     * Refuses a plan whose state is elsewhere by now. A definition that is broken or gone says nothing of that; then the plan
     * needs a state to be known by.
     *
     * @param declared reads the state block of the definition that is here
     */
    void check(Supplier<Optional<BackendDeclaration>> declared) {
        if (!Files.isRegularFile(environment.file())) {
            checkKnown();
            return;
        }
        BackendLocation now;
        try {
            now = BackendLocation.of(declared.get());
        } catch (DiagnosticsException broken) {
            return;
        }
        if (!now.equals(then)) {
            throw new DiagnosticsException(
                    Diagnostic.error("Saved plan is stale", difference(now)).withHint("Make a new plan."));
        }
    }

    private String difference(BackendLocation now) {
        return now.title().equals(then.title())
                ? "The state block of the definition has another " + String.join(", ", now.differences(then))
                        + " than the plan was made with."
                : "It was made with the backend " + then.title() + ", and the definition says " + now.title() + ".";
    }

    private void checkKnown() {
        if (then.isLocal() && saved.stored().serial() == 0) {
            throw new DiagnosticsException(Diagnostic.error(
                            "The project of the plan is not here",
                            "The plan was made before there was any state, and state is kept beside the project: only the"
                                    + " definition of environment \"" + environment.name()
                                    + "\" tells which project that is.")
                    .withHint("Apply it in the folder of the project, or name that with -C DIR."));
        }
    }
}
