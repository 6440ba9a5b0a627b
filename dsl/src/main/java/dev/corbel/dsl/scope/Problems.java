package dev.corbel.dsl.scope;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the problems of a definition; the same problem of the same place counts once. */
public final class Problems {
    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing((Diagnostic problem) ->
                    problem.range().map(SourceRange::file).orElse(""))
            .thenComparing(problem -> problem.range().map(SourceRange::line).orElse(0))
            .thenComparing(problem -> problem.range().map(SourceRange::column).orElse(0));

    private final Set<Diagnostic> found = new LinkedHashSet<>();
    private boolean incomplete;

    public void add(Diagnostic problem) {
        found.add(problem);
    }

    public void error(String summary, String detail, @Nullable String hint, @Nullable SourceRange range) {
        add(Diagnostic.error(summary, detail).withHint(hint).at(range));
    }

    public void warning(String summary, String detail, @Nullable String hint, @Nullable SourceRange range) {
        add(Diagnostic.warning(summary, detail).withHint(hint).at(range));
    }

    public void addAll(DiagnosticsException problems) {
        found.addAll(problems.diagnostics());
    }

    /** Does a part of the work, and notes the problems that end it, so that those of the other parts are told too. */
    public void collect(Runnable work) {
        try {
            work.run();
        } catch (DiagnosticsException failure) {
            addAll(failure);
        }
    }

    /** Notes that parts of the definition did not run, so that what seems undeclared may be in there. */
    public void skipped() {
        incomplete = true;
    }

    public boolean isIncomplete() {
        return incomplete;
    }

    /** All problems, by file and place. */
    public List<Diagnostic> all() {
        return found.stream().sorted(BY_PLACE).toList();
    }

    public void throwIfErrors() {
        if (found.stream().anyMatch(Diagnostic::isError)) {
            throw new DiagnosticsException(all());
        }
    }
}
