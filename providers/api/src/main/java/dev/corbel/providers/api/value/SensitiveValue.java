package dev.corbel.providers.api.value;

/** A value that must never be shown in the clear. Its text is a mask, so that logging one by mistake tells nothing. */
public record SensitiveValue(Value value) implements Value {
    public SensitiveValue {
        value = value.fullyUnmarked();
    }

    @Override
    public boolean isWhollyKnown() {
        return value.isWhollyKnown();
    }

    @Override
    public boolean containsSensitive() {
        return true;
    }

    @Override
    public Value unmarked() {
        return value;
    }

    @Override
    public Value fullyUnmarked() {
        return value;
    }

    @Override
    public String toString() {
        return "(sensitive value)";
    }
}
