package dev.corbel.providers.api.expression;

/** The meaning of a step of a path where it leads nowhere. */
public enum WhenMissing {
    /** The step was written as one that may lead nowhere, such as {@code ?.name}: it gives null. */
    NULL,
    /** The step names something that the schema knows: it gives null where that is unset, but not below null. */
    UNSET,
    /** The step is a key or a position that should be there. */
    ERROR
}
