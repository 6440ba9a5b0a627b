package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.NumberValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps numbers as small as values can be, so that a few characters of code cannot take all memory and time. */
final class Magnitude {
    /** Methods whose result can be far larger than what they are given. */
    private static final Set<String> RAISING = Set.of("power", "pow");

    private static final Set<String> SHIFTING = Set.of(
            "shiftLeft",
            "shiftRight",
            "leftShift",
            "rightShift",
            "setScale",
            "movePointLeft",
            "movePointRight",
            "scaleByPowerOfTen",
            "setBit",
            "flipBit",
            "clearBit",
            "divide",
            "round",
            "trunc",
            "power",
            "pow");

    private static final int BITS = 4 * NumberValue.DIGITS;
    private static final long RAISED = 4L * NumberValue.DIGITS;

    private Magnitude() {}

    /** The number itself, where it can be a value. */
    static Number check(Number number, SourceRange range) {
        if ((number instanceof BigDecimal decimal && !NumberValue.fits(decimal))
                || (number instanceof BigInteger whole && !NumberValue.fits(whole))) {
            throw tooLarge(range);
        }
        return number;
    }

    /** Refuses a call whose result would be out of all proportion. */
    static void checkCall(Number number, String method, @Nullable Object[] arguments, SourceRange range) {
        if (!SHIFTING.contains(method) || number instanceof Double || number instanceof Float) {
            return;
        }
        for (Object argument : arguments) {
            // By another number, what is asked for is a quotient or a sum.
            boolean distance = argument instanceof Number && !(method.equals("divide") && argument == arguments[0]);
            boolean far = distance && Math.abs(((Number) argument).doubleValue()) > BITS;
            if (far && !(RAISING.contains(method) && isUnit(number))) {
                throw tooLarge(range);
            }
        }
        if (RAISING.contains(method) && arguments.length == 1 && arguments[0] instanceof Number exponent) {
            int precision = new BigDecimal(number.toString()).precision();
            if (Math.abs(exponent.doubleValue()) * precision > RAISED && !isUnit(number)) {
                throw tooLarge(range);
            }
        }
    }

    /** Tells whether powers of a number stay as large as it is. */
    private static boolean isUnit(Number number) {
        return Math.abs(number.doubleValue()) <= 1 && number.doubleValue() == Math.rint(number.doubleValue());
    }

    static RuntimeException tooLarge(SourceRange range) {
        return Problem.error("This number is too large or too long", NumberValue.LIMIT, null, range);
    }
}
