package dev.corbel.planner.plan;

import dev.corbel.providers.api.address.Address;
import java.util.Optional;

/**
 * An object of state whose place another one took, which somebody else made.
 *
 * @param id of the other one as adoption takes it; empty where it is that of the object of state
 */
public record RecreatedObject(Address address, Optional<String> id) {}
