package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;
import org.codehaus.groovy.runtime.typehandling.NumberMath;
import org.jspecify.annotations.Nullable;

/** Groovy's operators on plain values; deferred values are refused. */
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

    /** The value itself, where it is plain; refused where it is deferred. */
    static @Nullable Object plain(@Nullable Object value, String use, SourceRange range) {
        if (value instanceof Deferred deferred) {
            throw Refusal.of(deferred, use, range);
        }
        return value;
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
        return Dispatch.explained(() -> known(operator, left, right, range), range);
    }

    private static @Nullable Object deferred(
            String operator, @Nullable Object left, @Nullable Object right, SourceRange range) {
        Placeholder missing = Placeholder.among(left, right);
        if (missing != null) {
            return missing;
        }
        if (operator.equals("+") && (isText(left) || isText(right))) {
            return TemplateValue.of(List.of(TemplateValue.part(left, range), TemplateValue.part(right, range)));
        }
        if (operator.equals("<<") && left instanceof Collection<?>) {
            return Dispatch.call(left, "leftShift", new @Nullable Object[] {right}, range);
        }
        Deferred first =
                left instanceof Deferred deferred ? deferred : (Deferred) java.util.Objects.requireNonNull(right);
        throw Refusal.of(first, use(operator), range);
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof CharSequence || value instanceof TemplateValue;
    }

    private static String use(String operator) {
        return switch (operator) {
            case "==", "!=", "===", "!==", "<", "<=", ">", ">=", "<=>" -> "compared";
            case "in", "!in" -> "searched for or in";
            case "=~", "==~" -> "matched";
            default -> "used in arithmetic";
        };
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
        Looks.comparing(left, right, range);
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
            return many.stream().anyMatch(element -> equal(plain(element, "searched for or in", range), value, range));
        }
        return truth(Dispatch.call(container, "isCase", new @Nullable Object[] {value}, range), range);
    }

    private static @Nullable Object arithmetic(
            String operator, @Nullable Object left, @Nullable Object right, SourceRange range) {
        boolean places = left instanceof Collection<?> && (operator.equals("+") || operator.equals("<<"));
        boolean text = left instanceof String && operator.equals("+");
        if (left == null || (right == null && !places && !text)) {
            throw Problem.error(
                    "The value " + (left == null ? "left" : "right") + " of " + operator + " is null",
                    "",
                    "Where it may be null, give a default with ?:.",
                    range);
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
