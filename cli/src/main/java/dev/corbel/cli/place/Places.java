package dev.corbel.cli.place;

import dev.corbel.providers.api.address.Address;
import java.util.Optional;

/** Finds the line that declares a component or resource. */
@FunctionalInterface
public interface Places {
    Places NONE = address -> Optional.empty();

    /** The place; empty where nothing of this address is declared. */
    Optional<Place> of(Address address);
}
