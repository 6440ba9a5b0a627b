package dev.corbel.providers.api.fact;

import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.Value;

/** An answer to a question about an object, which may have to wait for a value. */
public enum Answer {
    YES,
    NO,
    /** A value that decides it is not known yet. */
    UNKNOWN;

    /** The answer yes where this is so. */
    public static Answer of(boolean holds) {
        return holds ? YES : NO;
    }

    /** The answer that a value gives: only true is yes. */
    public static Answer of(Value value) {
        return value.isUnknown() ? UNKNOWN : of(value.unmarked() instanceof BooleanValue flag && flag.value());
    }

    public Answer not() {
        return this == UNKNOWN ? UNKNOWN : of(this == NO);
    }

    /** Yes where both are; no where one of them is, as far as that is known. */
    public Answer and(Answer other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES && other == YES ? YES : UNKNOWN;
    }

    /** Yes where one of both is; no where neither is. */
    public Answer or(Answer other) {
        return not().and(other.not()).not();
    }
}
