package dev.corbel.planner.plan;

import dev.corbel.providers.api.value.MapValue;
import java.util.Optional;

/** Knows the objects of other runs and environments of the project. Asked only of objects that the state at hand lacks. */
@FunctionalInterface
public interface ManagedElsewhere {

    /** Knows none. */
    ManagedElsewhere NOTHING = (type, id, attributes, operation) -> false;

    /**
     * Tells whether somebody else manages an object, or is about to.
     *
     * @param id as adoption takes it
     * @param attributes as far as they are known
     * @param operation that made it, where the object says so
     */
    boolean has(String type, String id, MapValue attributes, Optional<String> operation);
}
