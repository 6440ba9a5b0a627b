package dev.corbel.planner;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.providers.api.diagnostic.Diagnostic;

/** What to say where a plan would end an object whose lifecycle forbids that. */
final class PreventedDestroy {
    private PreventedDestroy() {}

    static Diagnostic problem(ResourceDeclaration declaration, String action) {
        return Diagnostic.error(
                        "%s must not be destroyed".formatted(declaration.address()),
                        "Its lifecycle says preventDestroy, but the plan has to %s it.".formatted(action))
                .at(declaration.address())
                .at(declaration.range())
                .withHint("Take preventDestroy away, leave the resource out with --exclude, or undo the change.");
    }
}
