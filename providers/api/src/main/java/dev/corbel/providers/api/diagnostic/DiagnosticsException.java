package dev.corbel.providers.api.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** Carries problems up to where they are shown. At least one is an error. */
public class DiagnosticsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    public DiagnosticsException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::summary).collect(Collectors.joining("; ")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    public DiagnosticsException(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    public DiagnosticsException(Diagnostic diagnostic, Throwable cause) {
        this(List.of(diagnostic), cause);
    }

    public DiagnosticsException(List<Diagnostic> diagnostics, Throwable cause) {
        this(diagnostics);
        initCause(cause);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
