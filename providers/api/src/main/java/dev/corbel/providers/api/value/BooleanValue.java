package dev.corbel.providers.api.value;

/** True or false. */
public record BooleanValue(boolean value) implements Value {
    static final BooleanValue TRUE = new BooleanValue(true);
    static final BooleanValue FALSE = new BooleanValue(false);

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

    @Override
    public String toString() {
        return Boolean.toString(value);
    }
}
