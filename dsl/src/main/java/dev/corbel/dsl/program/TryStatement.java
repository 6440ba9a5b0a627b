package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code try}. */
public final class TryStatement {
    private TryStatement() {}

    /** One {@code catch}: its variable is the first of its frame. */
    public record Catch(String className, Node body, SourceRange range) {
        public Catch {
            Admission.requireType(className);
        }
    }

    /** {@code try} with its catches. */
    public record Try(
            Node body, List<Catch> catches, @Nullable Node always, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object result = null;
            try {
                result = body.evaluate(frame);
            } catch (DiagnosticsException problems) {
                result = handle(problems, frame);
            } finally {
                if (always != null && always.evaluate(frame) instanceof ControlFlow signal) {
                    result = signal;
                }
            }
            return result;
        }

        private @Nullable Object handle(DiagnosticsException problems, Frame frame) {
            Throwable cause = problems.getCause();
            if (cause != null) {
                for (Catch candidate : catches) {
                    if (Admission.type(candidate.className(), candidate.range()).isInstance(cause)) {
                        Frame inner = frame.inner(1);
                        inner.set(0, 0, cause);
                        return candidate.body().evaluate(inner);
                    }
                }
            }
            throw problems;
        }
    }
}
