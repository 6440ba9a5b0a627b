package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code try}. */
public final class Attempts {
    private Attempts() {}

    /** One {@code catch}: its variable is the first of its scope. */
    public record Catch(String className, Node body, SourceRange range) {
        public Catch {
            Admission.requireType(className);
        }
    }

    /** {@code try} with its catches. */
    public record Try(
            Node body, List<Catch> catches, @Nullable Node always, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Scope scope) {
            Object result = null;
            try {
                result = body.evaluate(scope);
            } catch (DiagnosticsException problems) {
                result = handle(problems, scope);
            } finally {
                if (always != null && always.evaluate(scope) instanceof Signal signal) {
                    result = signal;
                }
            }
            return result;
        }

        private @Nullable Object handle(DiagnosticsException problems, Scope scope) {
            Throwable cause = problems.getCause();
            if (cause != null) {
                for (Catch candidate : catches) {
                    if (Admission.type(candidate.className(), candidate.range()).isInstance(cause)) {
                        Scope inner = scope.inner(1);
                        inner.set(0, 0, cause);
                        return candidate.body().evaluate(inner);
                    }
                }
            }
            throw problems;
        }
    }
}
