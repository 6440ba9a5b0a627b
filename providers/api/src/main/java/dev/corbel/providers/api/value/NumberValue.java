package dev.corbel.providers.api.value;

import java.math.BigDecimal;

/** An exact decimal number. Equal amounts are equal values, whatever their scale: 1.0 is 1. */
public record NumberValue(BigDecimal value) implements Value {
    public NumberValue {
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
