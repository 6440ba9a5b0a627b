package dev.corbel.state.model;

import dev.corbel.providers.api.value.Value;

/** The value of an output when it was last computed, and whether all of it is sensitive. */
public record OutputValue(Value value, boolean sensitive) {

    /** The value, marked where it is sensitive. */
    public Value marked() {
        return sensitive ? Value.sensitive(value) : value;
    }
}
