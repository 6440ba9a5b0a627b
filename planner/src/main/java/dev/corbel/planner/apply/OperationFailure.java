package dev.corbel.planner.apply;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.List;

/** An operation that failed, after all that is to be recorded about it was recorded. */
final class OperationFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    OperationFailure(List<Diagnostic> diagnostics) {
        super(diagnostics.isEmpty() ? "" : diagnostics.get(0).summary());
        this.diagnostics = List.copyOf(diagnostics);
    }

    OperationFailure(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    OperationFailure because(Throwable cause) {
        initCause(cause);
        return this;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
