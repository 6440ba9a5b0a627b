package dev.corbel.providers.api.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact decimal number with at most {@value #DIGITS} digits on either side of the point. Equal amounts are equal
 * values, whatever their scale: 1.0 is 1.
 */
public record NumberValue(BigDecimal value) implements Value {
    /** So that a few characters such as {@code 1e999999999} cannot fill the memory when they are written out. */
    public static final int DIGITS = 4096;

    /** The limit, as a sentence. */
    public static final String LIMIT =
            "A number has at most " + DIGITS + " digits before its point, and as many after.";

    /** A number of fewer bits has no more digits than are allowed. */
    private static final int SAFE_BITS = 3 * DIGITS;

    public NumberValue {
        if (!fits(value)) {
            throw new IllegalArgumentException("a number has at most " + DIGITS + " digits before and after its point");
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /** Whether a number can be a value. Costs no more than the number is long as it stands. */
    public static boolean fits(BigDecimal number) {
        return number.scale() <= DIGITS
                && (number.signum() == 0 || (long) number.precision() - number.scale() <= DIGITS);
    }

    public static boolean fits(BigInteger number) {
        return number.bitLength() < SAFE_BITS || fits(new BigDecimal(number));
    }

    @Override
    public boolean isWhollyKnown() {
        return true;
    }

    @Override
    public boolean containsSensitive() {
        return false;
    }

    @Override
    public Value fullyUnmarked() {
        return this;
    }

    /** The number as people write it, without exponent. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
