package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators. Their results wait for the deferred values among their operands. */
public final class Operations {
    private Operations() {}

    /** An operator between two values, by its Groovy text. */
    public record Binary(String operator, Node left, Node right, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            return Operators.apply(operator, left.evaluate(frame), right.evaluate(frame), range);
        }
    }

    /** {@code a && b}. */
    public record And(Node left, Node right, SourceRange range) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            Object first = left.evaluate(frame);
            if (Choices.waits(first)) {
                return Choices.both("&&", first, left, right, frame, range);
            }
            return Operators.truth(first, left.range()) ? Choices.truth(right.evaluate(frame), right) : false;
        }
    }

    /** {@code a || b}. */
    public record Or(Node left, Node right, SourceRange range) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            Object first = left.evaluate(frame);
            if (Choices.waits(first)) {
                return Choices.either(first, left, right, frame, range);
            }
            return Operators.truth(first, left.range()) ? true : Choices.truth(right.evaluate(frame), right);
        }
    }

    /** {@code !a}. */
    public record Not(Node operand, SourceRange range) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            return negated(operand.evaluate(frame));
        }

        private Object negated(@Nullable Object value) {
            if (value == Placeholder.VALUE) {
                return value;
            }
            return Choices.waits(value)
                    ? LiftedValue.of(
                            "!" + LiftedValue.text(value), List.of(value), known -> negated(known.get(0)), range)
                    : !Operators.truth(value, operand.range());
        }
    }

    /** {@code c ? a : b}. */
    public record Conditional(Node condition, Node whenTrue, Node whenFalse, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object value = condition.evaluate(frame);
            if (value == Placeholder.VALUE) {
                return value;
            }
            if (Choices.waits(value)) {
                return Choices.conditional(value, this, frame);
            }
            return Operators.truth(value, condition.range()) ? whenTrue.evaluate(frame) : whenFalse.evaluate(frame);
        }
    }

    /** {@code a ?: b}. */
    public record Elvis(Node value, Node otherwise, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object first = value.evaluate(frame);
            if (Choices.waits(first)) {
                return Choices.elvis(first, this, frame);
            }
            return first == Placeholder.VALUE || Operators.truth(first, value.range())
                    ? first
                    : otherwise.evaluate(frame);
        }
    }

    /** {@code -a}, {@code +a} or {@code ~a}. */
    public record Unary(String operator, Node operand, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            return applied(operand.evaluate(frame));
        }

        private @Nullable Object applied(@Nullable Object value) {
            if (Choices.waits(value)) {
                return LiftedValue.of(
                        operator + LiftedValue.text(value), List.of(value), known -> applied(known.get(0)), range);
            }
            if (value == null) {
                throw Problem.error(
                        "The value behind " + operator + " is null",
                        "",
                        "Where it may be null, give a default with ?:.",
                        range);
            }
            return value instanceof Placeholder ? value : Dispatch.unary(operator, value, range);
        }
    }

    /** {@code (Type) a}, or {@code a as Type}. */
    public record Cast(String className, Node operand, boolean coerce, SourceRange range) implements Node {
        public Cast {
            Admission.requireType(className);
        }

        @Override
        public @Nullable Object evaluate(Frame frame) {
            return cast(operand.evaluate(frame));
        }

        private @Nullable Object cast(@Nullable Object value) {
            if (value instanceof Deferred deferred) {
                return waiting(deferred);
            }
            return Looks.in(value) != null && className.equals("java.util.Set")
                    ? lifted(value)
                    : Dispatch.cast(value, className, coerce, range);
        }

        private LiftedValue lifted(@Nullable Object value) {
            String type = className.substring(className.lastIndexOf('.') + 1);
            return LiftedValue.of(
                    LiftedValue.text(value) + " as " + type, Arrays.asList(value), known -> cast(known.get(0)), range);
        }

        /** As a text, the value is put into one; as an object or a list, it stays as it is. */
        private Object waiting(Deferred value) {
            return switch (className) {
                case "java.lang.String" -> TemplateValue.of(List.of(value));
                case "java.lang.Object", "java.util.List", "java.util.Collection" -> value;
                default -> {
                    yield value instanceof Placeholder ? value : lifted(value);
                }
            };
        }
    }

    /** {@code a instanceof Type}. */
    public record InstanceOf(Node operand, String className, SourceRange range) implements Node {
        public InstanceOf {
            Admission.requireType(className);
        }

        @Override
        public Object evaluate(Frame frame) {
            Object value = Operators.plain(operand.evaluate(frame), "asked for its type", operand.range());
            return Admission.type(className, range).isInstance(value);
        }
    }
}
