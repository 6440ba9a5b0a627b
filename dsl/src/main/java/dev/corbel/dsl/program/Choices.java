package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operators that choose by a deferred value. Each side is evaluated at once, so that what it refers to is found; a side
 * that fails matters only where it is chosen.
 */
final class Choices {
    private Choices() {}

    /** Tells whether what is made of a value must wait for it. */
    static boolean waits(@Nullable Object value) {
        return value instanceof Deferred && Placeholder.of(value) == null;
    }

    /** Groovy's truth of a value, now or later. */
    static Object truth(@Nullable Object value, Node node) {
        return waits(value)
                ? LiftedValue.of(
                        LiftedValue.text(value),
                        Arrays.asList(value),
                        known -> Operators.truth(known.get(0), node.range()),
                        node.range())
                : Operators.truth(value, node.range());
    }

    static LiftedValue both(
            String operator, @Nullable Object first, Node left, Node right, Frame frame, SourceRange range) {
        Object second = side(right, frame);
        return LiftedValue.of(
                written(first, operator, second),
                Arrays.asList(first, second),
                known -> Operators.truth(known.get(0), left.range()) && Operators.truth(known.get(1), right.range()),
                range);
    }

    static LiftedValue either(@Nullable Object first, Node left, Node right, Frame frame, SourceRange range) {
        Object second = side(right, frame);
        return LiftedValue.of(
                written(first, "||", second),
                Arrays.asList(first, second),
                known -> Operators.truth(known.get(0), left.range()) || Operators.truth(known.get(1), right.range()),
                range);
    }

    static LiftedValue conditional(@Nullable Object condition, Operations.Conditional node, Frame frame) {
        List<@Nullable Object> inputs =
                Arrays.asList(condition, side(node.whenTrue(), frame), side(node.whenFalse(), frame));
        return LiftedValue.of(
                written(condition, "?", inputs.get(1)) + " : " + LiftedValue.text(inputs.get(2)),
                inputs,
                known ->
                        known.get(Operators.truth(known.get(0), node.condition().range()) ? 1 : 2),
                node.range());
    }

    static LiftedValue elvis(@Nullable Object first, Operations.Elvis node, Frame frame) {
        Object otherwise = side(node.otherwise(), frame);
        return LiftedValue.of(
                written(first, "?:", otherwise),
                Arrays.asList(first, otherwise),
                known -> known.get(Operators.truth(known.get(0), node.value().range()) ? 0 : 1),
                node.range());
    }

    private static String written(@Nullable Object first, String operator, @Nullable Object second) {
        return LiftedValue.text(first) + " " + operator + " " + LiftedValue.text(second);
    }

    private static @Nullable Object side(Node node, Frame frame) {
        Effects.refuse(node);
        ChoiceReceiver receiver = ChoiceReceiver.in(frame.receiver(), node.range());
        try {
            return node.evaluate(frame.copy(frame.parent(), receiver));
        } catch (DiagnosticsException problems) {
            receiver.requireMeaningful();
            return new LiftedValue.Failed(problems);
        }
    }
}
