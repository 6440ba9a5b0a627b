package dev.corbel.dsl.stage;

import dev.corbel.providers.api.value.Value;

/** What can be said of a value before anything is planned. */
public sealed interface Answer {

    /** A value that is known, or a collection of which elements are not. */
    record Known(Value value) implements Answer {}

    /** A value that is not known here, but may be where data sources are read. */
    record Later() implements Answer {}

    /**
     * A value that cannot be known before something is applied.
     *
     * @param reason says what it waits for, as a sentence
     */
    record Never(String reason) implements Answer {}
}
