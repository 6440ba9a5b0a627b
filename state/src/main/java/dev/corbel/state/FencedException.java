package dev.corbel.state;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;

/**
 * This run held the lock and somebody else has it now. Nothing was written since; the run must start nothing more. The same
 * holds for the rest of the run.
 */
public final class FencedException extends DiagnosticsException {
    private static final long serialVersionUID = 1L;

    public FencedException(Diagnostic diagnostic) {
        super(diagnostic);
    }
}
