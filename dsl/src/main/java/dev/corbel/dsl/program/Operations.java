package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators. All of them refuse to look at a deferred value; {@code +} with a text makes a template. */
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
            return Operators.truth(left.evaluate(frame), left.range())
                    && Operators.truth(right.evaluate(frame), right.range());
        }
    }

    /** {@code a || b}. */
    public record Or(Node left, Node right, SourceRange range) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            return Operators.truth(left.evaluate(frame), left.range())
                    || Operators.truth(right.evaluate(frame), right.range());
        }
    }

    /** {@code !a}. */
    public record Not(Node operand, SourceRange range) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            Object value = operand.evaluate(frame);
            return value == Placeholder.VALUE ? value : !Operators.truth(value, operand.range());
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
            return Operators.truth(value, condition.range()) ? whenTrue.evaluate(frame) : whenFalse.evaluate(frame);
        }
    }

    /** {@code a ?: b}. */
    public record Elvis(Node value, Node otherwise, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object first = value.evaluate(frame);
            return first == Placeholder.VALUE || Operators.truth(first, value.range())
                    ? first
                    : otherwise.evaluate(frame);
        }
    }

    /** {@code -a}, {@code +a} or {@code ~a}. */
    public record Unary(String operator, Node operand, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object value = operand.evaluate(frame);
            if (value instanceof Deferred deferred && !(value instanceof Placeholder)) {
                throw Refusal.of(deferred, "used in arithmetic", range);
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
            Object value = operand.evaluate(frame);
            return value instanceof Deferred deferred ? cast(deferred) : Dispatch.cast(value, className, coerce, range);
        }

        /** As a text, the value is put into one; as an object or a list, it stays as it is. */
        private Object cast(Deferred value) {
            return switch (className) {
                case "java.lang.String" -> TemplateValue.of(List.of(value));
                case "java.lang.Object", "java.util.List", "java.util.Collection" -> value;
                default -> {
                    if (value instanceof Placeholder) {
                        yield value;
                    }
                    throw Refusal.of(value, "cast", range);
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
