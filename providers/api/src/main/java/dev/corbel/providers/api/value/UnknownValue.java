package dev.corbel.providers.api.value;

/** A value that only applying will tell. */
public enum UnknownValue implements Value {
    UNKNOWN;

    @Override
    public boolean isWhollyKnown() {
        return false;
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
        return "(known after apply)";
    }
}
