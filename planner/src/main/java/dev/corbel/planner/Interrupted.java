package dev.corbel.planner;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.journal.Intent;
import java.util.Optional;

/** Stops a plan where a creation of an earlier run broke off and nothing can tell what came of it. */
final class Interrupted {
    private Interrupted() {}

    /** What state has an object for was found by a person meanwhile. */
    static void report(Planning planning) {
        for (Intent intent : planning.request.interrupted()) {
            if (planning.prior.current(intent.address()).isEmpty()) {
                problem(intent).ifPresent(planning.diagnostics::add);
            }
        }
    }

    static Optional<Diagnostic> problem(Intent intent) {
        if (intent.action() != Intent.Action.CREATE || intent.identity() != IdentityClass.NONE) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.error(
                        "Nobody knows whether %s was created".formatted(intent.address()),
                        "An earlier run was interrupted while it created this object (operation %s, provider \"%s\"), and objects of the type %s cannot be found again by themselves."
                                .formatted(
                                        intent.operation(),
                                        intent.provider().key(),
                                        intent.address().last().type()))
                .at(intent.address())
                .withHint("Look for the object. Where it exists, take it over with: corbel import '%s' ID"
                        .formatted(intent.address())));
    }
}
