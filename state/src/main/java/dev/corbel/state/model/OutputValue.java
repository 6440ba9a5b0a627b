package dev.corbel.state.model;

import dev.corbel.providers.api.value.Value;

/** The value of an output when it was last computed; marked where it is sensitive. */
public record OutputValue(Value value, boolean sensitive) {}
