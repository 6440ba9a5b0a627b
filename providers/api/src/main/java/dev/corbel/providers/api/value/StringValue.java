package dev.corbel.providers.api.value;

/** A text. */
public record StringValue(String value) implements Value {
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
        return value;
    }
}
