package dev.corbel.providers.api.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects the problems of a run so that all are shown together. Safe for use by several threads. */
public final class Diagnostics {
    private final List<Diagnostic> collected = new ArrayList<>();

    public synchronized void add(Diagnostic diagnostic) {
        collected.add(diagnostic);
    }

    public synchronized void addAll(Collection<Diagnostic> diagnostics) {
        collected.addAll(diagnostics);
    }

    public synchronized boolean hasErrors() {
        return collected.stream().anyMatch(Diagnostic::isError);
    }

    public synchronized List<Diagnostic> all() {
        return List.copyOf(collected);
    }

    /** Ends the run with everything collected, where that contains an error. */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new DiagnosticsException(all());
        }
    }
}
