package dev.corbel.providers.api.expression;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps back what code says that fails over a sensitive value: messages of exceptions like to quote what they could not
 * take. What is told is the class of the exception and the place; the cause, which logs would show, is dropped as well.
 */
public final class WithheldFailure {
    private WithheldFailure() {}

    /** Has nothing more to keep back, so that the place of the innermost code stays. */
    private static final class WithheldException extends DiagnosticsException {
        private static final long serialVersionUID = 1L;

        WithheldException(Diagnostic told) {
            super(told);
        }
    }

    /**
     * Does work over a sensitive value; the problems that it throws tell nothing of it.
     *
     * @param place where the work is written, for a problem that knows no place
     */
    public static <T extends @Nullable Object> T keepFrom(Supplier<T> work, Optional<SourceRange> place) {
        try {
            return work.get();
        } catch (DiagnosticsException said) {
            throw of(said, place);
        }
    }

    /**
     * The problem without what it says.
     *
     * @param place where the work is written, for a problem that knows no place
     */
    public static DiagnosticsException of(DiagnosticsException said, Optional<SourceRange> place) {
        if (said instanceof WithheldException told) {
            return told;
        }
        Optional<SourceRange> range = said.diagnostics().stream()
                .map(Diagnostic::range)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> place);
        Throwable cause = said.getCause();
        String kind = cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")";
        DiagnosticsException withheld = new WithheldException(Diagnostic.error(
                        "This code failed" + kind, "It works on a sensitive value, so its message is not shown.")
                .at(range.orElse(null)));
        withheld.setStackTrace(said.getStackTrace());
        return withheld;
    }
}
