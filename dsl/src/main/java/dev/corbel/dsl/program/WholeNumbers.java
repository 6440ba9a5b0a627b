package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calculates with whole numbers exactly: a result that does not fit is of the next larger type. Java would drop digits. */
final class WholeNumbers {
    /** How many bits each type has. */
    private static final Map<String, Integer> BITS = Map.of(
            "java.lang.Byte", 8,
            "java.lang.Short", 16,
            "java.lang.Integer", 32,
            "java.lang.Long", 64);

    /** The methods that bring a number into a smaller type. */
    private static final Map<String, String> NARROWING = Map.ofEntries(
            Map.entry("byteValue", "java.lang.Byte"),
            Map.entry("shortValue", "java.lang.Short"),
            Map.entry("toShort", "java.lang.Short"),
            Map.entry("intValue", "java.lang.Integer"),
            Map.entry("toInteger", "java.lang.Integer"),
            Map.entry("longValue", "java.lang.Long"),
            Map.entry("toLong", "java.lang.Long"));

    private WholeNumbers() {}

    /** The result of an operator; null where it or the numbers are of no concern here. */
    static @Nullable Number apply(String operator, Number left, Number right, SourceRange range) {
        if (!isWhole(left) || !isWhole(right)) {
            return null;
        }
        long first = left.longValue();
        long second = right.longValue();
        boolean wide = left instanceof Long || (right instanceof Long && !operator.equals("<<"));
        try {
            return switch (operator) {
                case "+" -> fitting(Math.addExact(first, second), wide);
                case "-" -> fitting(Math.subtractExact(first, second), wide);
                case "*" -> fitting(Math.multiplyExact(first, second), wide);
                case "<<" -> shifted(first, right, wide, range);
                default -> null;
            };
        } catch (ArithmeticException large) {
            BigInteger one = BigInteger.valueOf(first);
            BigInteger other = BigInteger.valueOf(second);
            return operator.equals("+")
                    ? one.add(other)
                    : operator.equals("-") ? one.subtract(other) : one.multiply(other);
        }
    }

    /** The result of a method; null where it or the numbers are of no concern here. */
    static @Nullable Number call(Number target, String method, @Nullable Object[] arguments, SourceRange range) {
        if (arguments.length == 1 && arguments[0] instanceof Number other) {
            return switch (method) {
                case "plus" -> apply("+", target, other, range);
                case "minus" -> apply("-", target, other, range);
                case "multiply" -> apply("*", target, other, range);
                case "leftShift" -> apply("<<", target, other, range);
                default -> null;
            };
        }
        if (arguments.length > 0) {
            return null;
        }
        String narrow = NARROWING.get(method);
        if (narrow != null) {
            requireFits(target, narrow, range);
            return null;
        }
        return switch (method) {
            case "next" -> apply("+", target, 1, range);
            case "previous" -> apply("-", target, 1, range);
            case "unaryMinus", "negate" -> negated(target, range);
            case "abs" -> isWhole(target) && target.longValue() < 0 ? negated(target, range) : null;
            default -> null;
        };
    }

    /** The number with the other sign; null where it is no whole number of Java's. */
    static @Nullable Number negated(Number number, SourceRange range) {
        return isWhole(number) ? apply("-", number instanceof Long ? 0L : (Number) 0, number, range) : null;
    }

    /** Fails where digits before the point would be lost in a type. */
    static void requireFits(Number number, String className, SourceRange range) {
        Integer bits = BITS.get(className);
        if (bits == null || (number instanceof Integer && bits >= 32)) {
            return;
        }
        boolean floating = number instanceof Double || number instanceof Float;
        boolean fits = !floating || Double.isFinite(number.doubleValue());
        if (!fits || !fits(new BigDecimal(number.toString()), bits)) {
            throw Problem.error(
                    "The number " + Dispatch.text(number) + " does not fit into "
                            + className.substring(className.lastIndexOf('.') + 1),
                    "Digits would be lost.",
                    "Leave the type out, or take BigInteger or BigDecimal.",
                    range);
        }
    }

    private static boolean fits(BigDecimal number, int bits) {
        // Its digits before the point; a number with far more needs no further look.
        return number.precision() - (long) number.scale() < 25
                && number.toBigInteger().bitLength() < bits;
    }

    private static boolean isWhole(Number number) {
        return number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte;
    }

    private static Number shifted(long number, Number distance, boolean wide, SourceRange range) {
        Magnitude.checkCall(number, "leftShift", new @Nullable Object[] {distance}, range);
        if (distance.longValue() < 0) {
            throw Problem.error("A number is shifted by " + distance, "", "To shift to the right, write >>.", range);
        }
        BigInteger shifted = BigInteger.valueOf(number).shiftLeft(distance.intValue());
        return shifted.bitLength() < Long.SIZE ? fitting(shifted.longValue(), wide) : shifted;
    }

    private static Number fitting(long result, boolean wide) {
        // An if, since ?: would make both numbers of one type.
        if (wide || result != (int) result) {
            return result;
        }
        return (int) result;
    }
}
