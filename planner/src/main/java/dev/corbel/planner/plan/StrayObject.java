package dev.corbel.planner.plan;

import dev.corbel.providers.api.value.MapValue;

/**
 * An object that is in no state, and was just read.
 *
 * @param origin the reason to tell it
 * @param id as adoption takes it
 * @param attributes with the marks of its type; empty where they do not fit that
 */
public record StrayObject(Origin origin, String type, String id, MapValue attributes) {

    /** The reason to tell an object that is in no state. */
    public enum Origin {
        /** It bears the id of an operation. */
        OPERATION,
        /** It bears the default tags of its provider, and no id of an operation. */
        DEFAULT_TAGS,
        /** It is there. */
        LISTED
    }
}
