package dev.corbel.providers.api.value;

import java.math.BigDecimal;

/**
 * An exact decimal number with at most {@value #DIGITS} digits on either side of the point. Equal amounts are equal
 * values, whatever their scale: 1.0 is 1.
 */
public record NumberValue(BigDecimal value) implements Value {
    /** So that a few characters such as {@code 1e999999999} cannot fill the memory when they are written out. */
    private static final int DIGITS = 4096;

    public NumberValue {
        if (value.scale() > DIGITS || (long) value.precision() - value.scale() > DIGITS) {
            throw new IllegalArgumentException("a number has at most " + DIGITS + " digits before and after its point");
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
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
