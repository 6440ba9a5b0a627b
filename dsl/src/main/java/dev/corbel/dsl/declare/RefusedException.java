package dev.corbel.dsl.declare;

import dev.corbel.providers.api.diagnostic.Diagnostic;

/** Ends a blueprint that cannot build what is asked of it. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic problem;

    RefusedException(Diagnostic problem) {
        super(problem.summary(), null, false, false);
        this.problem = problem;
    }

    Diagnostic problem() {
        return problem;
    }
}
