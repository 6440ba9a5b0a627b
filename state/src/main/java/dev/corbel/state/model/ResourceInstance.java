package dev.corbel.state.model;

import dev.corbel.providers.api.address.Address;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All objects of one address: the current one, and those whose replacement exists while they still have to be deleted.
 *
 * @param deposed by a short random key
 */
public record ResourceInstance(Address address, Optional<StateObject> current, Map<String, StateObject> deposed) {
    public ResourceInstance {
        deposed = Collections.unmodifiableMap(new TreeMap<>(deposed));
        if (current.isEmpty() && deposed.isEmpty()) {
            throw new IllegalArgumentException(address + " has no object");
        }
    }
}
