package dev.corbel.providers.api;

import dev.corbel.providers.api.value.MapValue;

/**
 * An object as a provider sees it.
 *
 * @param attributes after the schema; wholly known
 * @param privateData what the provider wants back with the next call and nobody else reads; may be empty
 */
public record ObjectState(MapValue attributes, String privateData) {
    public ObjectState(MapValue attributes) {
        this(attributes, "");
    }
}
