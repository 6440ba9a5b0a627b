package dev.corbel.planner.prior;

import dev.corbel.providers.api.address.Address;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is said about an address, about all instances of it, or about a component around it, by looking up each of
 * its few beginnings instead of going through everything that is said.
 */
public final class Prefixes<T> {
    private final Map<Address, T> byPrefix = new HashMap<>();

    public void put(Address prefix, T value) {
        byPrefix.put(prefix, value);
    }

    /** The entry for the longest beginning. */
    public Optional<T> find(Address address) {
        return longest(address).map(byPrefix::get);
    }

    /** The longest beginning, as it was put, that something is said about. */
    public Optional<Address> longest(Address address) {
        if (byPrefix.isEmpty()) {
            return Optional.empty();
        }
        for (int length = address.steps().size(); length > 0; length--) {
            Address prefix = new Address(address.steps().subList(0, length));
            if (byPrefix.containsKey(prefix)) {
                return Optional.of(prefix);
            }
            @Nullable String key = prefix.last().key();
            if (key != null && byPrefix.containsKey(prefix.withKey(null))) {
                return Optional.of(prefix.withKey(null));
            }
        }
        return Optional.empty();
    }
}
