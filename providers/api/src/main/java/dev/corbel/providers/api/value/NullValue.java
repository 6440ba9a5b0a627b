package dev.corbel.providers.api.value;

/** The absence of a value: an attribute that was left out, or set to null. */
public enum NullValue implements Value {
    NULL;

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
        return "null";
    }
}
