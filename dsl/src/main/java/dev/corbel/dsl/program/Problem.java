package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import org.jspecify.annotations.Nullable;

/** The error that ends a statement or block of a definition at its place. */
public final class Problem {
    private Problem() {}

    /** Makes the exception that carries one error. */
    public static DiagnosticsException error(
            String summary, String detail, @Nullable String hint, @Nullable SourceRange range) {
        return new DiagnosticsException(
                Diagnostic.error(summary, detail).withHint(hint).at(range));
    }
}
