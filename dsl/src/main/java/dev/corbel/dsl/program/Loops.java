package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loops. Each turn has variables of its own, so that what code keeps from a turn stays as it was. */
public final class Loops {
    private Loops() {}

    /** {@code for (x in values)}: the variable is the first of the turn's frame. */
    public record ForIn(@Nullable String label, Node values, Node body, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            for (Object value : Dispatch.iterate(values.evaluate(frame), values.range())) {
                Frame turn = frame.inner(1);
                turn.set(0, 0, value);
                Object result = body.evaluate(turn);
                if (result instanceof ControlFlow signal && leaves(signal, label)) {
                    return beyond(signal, label);
                }
            }
            return null;
        }
    }

    /** {@code for (start; condition; step)} and {@code while}, in a frame for the variables of its start. */
    public record Repeat(
            @Nullable String label,
            int size,
            List<Node> start,
            @Nullable Node condition,
            List<Node> step,
            boolean bodyFirst,
            Node body,
            SourceRange range)
            implements Node {
        @Override
        public @Nullable Object evaluate(Frame outer) {
            Frame frame = outer.inner(size);
            start.forEach(node -> node.evaluate(frame));
            boolean skipCondition = bodyFirst;
            while (skipCondition
                    || condition == null
                    || Operators.truth(condition.evaluate(frame), condition.range())) {
                skipCondition = false;
                Object result = body.evaluate(frame);
                if (result instanceof ControlFlow signal && leaves(signal, label)) {
                    return beyond(signal, label);
                }
                step.forEach(node -> node.evaluate(frame));
            }
            return null;
        }
    }

    private static boolean leaves(ControlFlow signal, @Nullable String label) {
        return signal.kind() != ControlFlow.Kind.CONTINUE || !signal.concerns(label);
    }

    private static @Nullable Object beyond(ControlFlow signal, @Nullable String label) {
        return signal.isReturn() || !signal.concerns(label) ? signal : null;
    }
}
