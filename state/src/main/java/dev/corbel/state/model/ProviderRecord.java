package dev.corbel.state.model;

import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.value.MapValue;

/**
 * The provider that manages an object.
 *
 * @param configuration without secrets, enough to reach the object again
 */
public record ProviderRecord(ProviderKey key, MapValue configuration) {}
