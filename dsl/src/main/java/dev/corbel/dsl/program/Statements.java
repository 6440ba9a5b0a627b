package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements other than loops and declarations. */
public final class Statements {
    private Statements() {}

    /**
     * Statements one after the other.
     *
     * @param size how many variables they declare
     * @param tolerant whether the next statement runs after one that failed, so that all problems are found
     */
    public record Sequence(int size, boolean tolerant, List<Node> statements, SourceRange range) implements Node {
        public Sequence {
            statements = List.copyOf(statements);
        }

        @Override
        public @Nullable Object evaluate(Frame frame) {
            return run(size == 0 ? frame : frame.inner(size));
        }

        /** Runs in a frame made for this. */
        @Nullable
        Object run(Frame frame) {
            for (Node statement : statements) {
                Object result = tolerant ? guarded(statement, frame) : statement.evaluate(frame);
                if (result instanceof ControlFlow) {
                    return result;
                }
            }
            return null;
        }
    }

    /** Runs a statement; what goes wrong is noted with the block around it. */
    static @Nullable Object guarded(Node statement, Frame frame) {
        try {
            return statement.evaluate(frame);
        } catch (DiagnosticsException problems) {
            frame.receiver().report(problems);
        } catch (Placeholder.SkippedException skipped) {
            frame.receiver().skipped();
        } catch (StackOverflowError overflow) {
            frame.receiver().report(Failures.of(overflow, statement.range()));
        }
        if (statement instanceof Assignments.Declare declare) {
            declare.poison(frame);
        }
        return null;
    }

    /** {@code if}. */
    public record If(
            Node condition, Node whenTrue, @Nullable Node whenFalse, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            if (Operators.truth(condition.evaluate(frame), condition.range())) {
                return whenTrue.evaluate(frame);
            }
            return whenFalse == null ? null : whenFalse.evaluate(frame);
        }
    }

    /** One case of a {@code switch}; without a label it is the default. */
    public record Case(@Nullable Node label, Node body) {}

    /** {@code switch}, with Groovy's cases and fall-through. */
    public record Switch(Node subject, List<Case> cases, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object value = Operators.plain(subject.evaluate(frame), "used in a switch", subject.range());
            int start = -1;
            for (int i = 0; i < cases.size() && start < 0; i++) {
                Node label = cases.get(i).label();
                if (label != null && matches(label, value, frame)) {
                    start = i;
                }
            }
            for (int i = 0; i < cases.size() && start < 0; i++) {
                start = cases.get(i).label() == null ? i : -1;
            }
            for (int i = start < 0 ? cases.size() : start; i < cases.size(); i++) {
                if (cases.get(i).body().evaluate(frame) instanceof ControlFlow signal) {
                    boolean ended = signal.kind() == ControlFlow.Kind.BREAK && signal.concerns(null);
                    return ended ? null : signal;
                }
            }
            return null;
        }

        private static boolean matches(Node label, @Nullable Object value, Frame frame) {
            Object wanted = Operators.plain(label.evaluate(frame), "used in a switch", label.range());
            boolean literal = wanted instanceof String || wanted instanceof Number;
            return literal
                    ? Operators.equal(wanted, value, label.range())
                    : Operators.contains(wanted, value, label.range());
        }
    }

    /** {@code return}, and the last expression of a function. */
    public record Return(Node value, SourceRange range) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            return new ControlFlow(ControlFlow.Kind.RETURN, null, value.evaluate(frame));
        }
    }

    /** {@code break} or {@code continue}. */
    public record Jump(boolean again, @Nullable String label, SourceRange range) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            return new ControlFlow(again ? ControlFlow.Kind.CONTINUE : ControlFlow.Kind.BREAK, label, null);
        }
    }

    /** {@code throw}. */
    public record Throw(Node exception, SourceRange range) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            Object value = exception.evaluate(frame);
            throw Failures.of(
                    value instanceof Throwable thrown ? thrown : new IllegalStateException(Dispatch.text(value)),
                    range);
        }
    }

    /** {@code assert}. */
    public record Assert(Node condition, @Nullable Node message, String source, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            if (!Operators.truth(condition.evaluate(frame), condition.range())) {
                Object text = message == null ? null : message.evaluate(frame);
                String shown = text == null
                        ? "This must be true: " + source
                        : String.valueOf(Dispatch.explained(() -> Dispatch.text(text), range));
                throw Problem.error(shown, "", null, range);
            }
            return null;
        }
    }
}
