package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;
import org.codehaus.groovy.runtime.typehandling.NumberMath;
import org.jspecify.annotations.Nullable;

/** Groovy's operators. Their result is lifted where it waits for a deferred value. */
final class Operators {
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("+", "plus"),
            Map.entry("-", "minus"),
            Map.entry("*", "multiply"),
            Map.entry("/", "div"),
            Map.entry("%", "remainder"),
            Map.entry("**", "power"),
            Map.entry("<<", "leftShift"),
            Map.entry(">>", "rightShift"),
            Map.entry(">>>", "rightShiftUnsigned"),
            Map.entry("&", "and"),
            Map.entry("|", "or"),
            Map.entry("^", "xor"));

    private Operators() {}

    /** The value itself, where it is plain; where it is deferred, what planning knows of it. */
    static @Nullable Object plain(@Nullable Object value, String use, SourceRange range) {
        return value instanceof Deferred deferred ? Refusal.demanded(deferred, use, range) : value;
    }

    /** Groovy's truth. */
    static boolean truth(@Nullable Object value, SourceRange range) {
        if (value instanceof Boolean known) {
            return known;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof Collection<?> many) {
            return !many.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        if (value instanceof Code) {
            return true;
        }
        return value != null && DefaultTypeTransformation.castToBoolean(plain(value, "used as a condition", range));
    }

    static @Nullable Object apply(String operator, @Nullable Object left, @Nullable Object right, SourceRange range) {
        if (left instanceof Deferred || right instanceof Deferred) {
            return deferred(operator, left, right, range);
        }
        Deferred inside = looks(operator, left) ? Looks.in(Arrays.asList(left, right)) : null;
        if (Placeholder.of(inside) != null) {
            throw Placeholder.skip();
        }
        if (inside != null) {
            return lifted(operator, left, right, range);
        }
        try {
            return Dispatch.explained(() -> known(operator, left, right, range), range);
        } catch (Refusal.LookException looks) {
            return lifted(operator, left, right, range);
        }
    }

    private static @Nullable Object deferred(
            String operator, @Nullable Object left, @Nullable Object right, SourceRange range) {
        Placeholder missing = Placeholder.among(left, right);
        if (missing != null) {
            return missing;
        }
        if (operator.equals("+") && isText(left)) {
            return TemplateValue.of(List.of(TemplateValue.part(left, range), TemplateValue.part(right, range)));
        }
        if (operator.equals("<<") && left instanceof Collection<?>) {
            return Dispatch.call(left, "leftShift", new @Nullable Object[] {right}, range);
        }
        if (left == null && METHODS.containsKey(operator)) {
            throw nullOperand("left", operator, range);
        }
        if (right == null && METHODS.containsKey(operator)) {
            throw nullOperand("right", operator, range);
        }
        return lifted(operator, left, right, range);
    }

    private static LiftedValue lifted(
            String operator, @Nullable Object left, @Nullable Object right, SourceRange range) {
        return LiftedValue.of(
                LiftedValue.text(left) + " " + operator + " " + LiftedValue.text(right),
                Arrays.asList(left, right),
                known -> apply(operator, known.get(0), known.get(1), range),
                range);
    }

    /** Tells whether an operator looks at what is in collections, and does not only place it. */
    private static boolean looks(String operator, @Nullable Object left) {
        return switch (operator) {
            case "+", "<<", "*" -> !(left instanceof Collection<?>) && !(left instanceof Map<?, ?>);
            // A match is a match, whatever the elements behind it are.
            case "===", "!==", "in", "!in" -> false;
            default -> true;
        };
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof CharSequence || value instanceof TemplateValue;
    }

    private static @Nullable Object known(
            String operator, @Nullable Object left, @Nullable Object right, SourceRange range) {
        return switch (operator) {
            case "==" -> equal(left, right, range);
            case "!=" -> !equal(left, right, range);
            case "===" -> identical(left, right);
            case "!==" -> !identical(left, right);
            case "<", "<=", ">", ">=" -> ordered(operator, left, right);
            case "<=>" -> DefaultTypeTransformation.compareTo(left, right);
            case "in" -> contains(right, left, range);
            case "!in" -> !contains(right, left, range);
            case "=~" -> Pattern.compile(Dispatch.text(right)).matcher(Dispatch.text(left));
            case "==~" -> Dispatch.text(left).matches(Dispatch.text(right));
            default -> arithmetic(operator, left, right, range);
        };
    }

    private static boolean ordered(String operator, @Nullable Object left, @Nullable Object right) {
        int order = left instanceof Number a && right instanceof Number b
                ? NumberMath.compareTo(a, b)
                : DefaultTypeTransformation.compareTo(left, right);
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    static boolean equal(@Nullable Object left, @Nullable Object right, SourceRange range) {
        if (left instanceof String && right instanceof String) {
            return left.equals(right);
        }
        return DefaultTypeTransformation.compareEqual(left, right);
    }

    /** Texts and numbers are the same where they are equal: whether Java keeps them once or twice is not for code to see. */
    private static boolean identical(@Nullable Object left, @Nullable Object right) {
        boolean plain = left instanceof CharSequence || left instanceof Number || left instanceof Character;
        return left == right || (plain && Objects.equals(left, right));
    }

    /** Tells whether a case of a {@code switch}, or what stands right of {@code in}, takes a value. */
    static boolean contains(@Nullable Object container, @Nullable Object value, SourceRange range) {
        if (container == null) {
            return value == null;
        }
        if (container instanceof Map<?, ?> map) {
            return map.containsKey(value);
        }
        if (container instanceof Collection<?> many && !(container instanceof groovy.lang.Range<?>)) {
            return many.stream().anyMatch(element -> equal(looked(element, range), value, range));
        }
        return truth(Dispatch.call(container, "isCase", new @Nullable Object[] {value}, range), range);
    }

    private static @Nullable Object looked(@Nullable Object element, SourceRange range) {
        if (element instanceof Deferred deferred) {
            throw Refusal.ofLook(deferred, "searched for or in", range);
        }
        return element;
    }

    private static @Nullable Object arithmetic(
            String operator, @Nullable Object left, @Nullable Object right, SourceRange range) {
        boolean places = left instanceof Collection<?> && (operator.equals("+") || operator.equals("<<"));
        boolean text = left instanceof String && operator.equals("+");
        if (left == null || (right == null && !places && !text)) {
            throw nullOperand(left == null ? "left" : "right", operator, range);
        }
        if (text) {
            return (String) left + TemplateValue.part(right, range);
        }
        if (left instanceof Number a && right instanceof Number b) {
            Number exact = WholeNumbers.apply(operator, a, b, range);
            Number result = exact == null ? numbers(operator, a, b) : exact;
            if (result != null) {
                return Magnitude.check(result, range);
            }
        }
        if (operator.equals("+") && left instanceof List<?> list) {
            List<@Nullable Object> longer = new ArrayList<>(list);
            if (right instanceof Collection<?> more) {
                longer.addAll(more);
            } else {
                longer.add(right);
            }
            return longer;
        }
        return Dispatch.call(
                left,
                java.util.Objects.requireNonNull(METHODS.get(operator), operator),
                new @Nullable Object[] {right},
                range);
    }

    private static RuntimeException nullOperand(String side, String operator, SourceRange range) {
        return Problem.error(
                "The value " + side + " of " + operator + " is null",
                "",
                "Where it may be null, give a default with ?:.",
                range);
    }

    private static @Nullable Number numbers(String operator, Number a, Number b) {
        return switch (operator) {
            case "+" -> NumberMath.add(a, b);
            case "-" -> NumberMath.subtract(a, b);
            case "*" -> NumberMath.multiply(a, b);
            case "/" -> NumberMath.divide(a, b);
            case "%" -> NumberMath.remainder(a, b);
            default -> null;
        };
    }
}
