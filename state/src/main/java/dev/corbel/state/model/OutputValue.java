package dev.corbel.state.model;

import dev.corbel.providers.api.value.Value;

/** What an output was when it was last computed; marked where it is sensitive. */
public record OutputValue(Value value, boolean sensitive) {}
