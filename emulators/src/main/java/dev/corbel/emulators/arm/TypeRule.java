package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** The rules of a service for one of its types, beyond what all types have in common. */
interface TypeRule {
    /** Puts into the body of a change what the service itself fills in where a caller leaves it out. */
    default void complete(Change change) {}

    /** Refuses a change that the service refuses. */
    default void check(Change change) {}

    /** Notes what the service makes of a change, which is done now. */
    default void done(Change change, Stored stored) {}

    /** Adds what a read shows beside the resource's own properties. */
    default void show(World world, Stored stored, ObjectNode shown) {}

    /** Refuses a deletion that the service refuses. */
    default void checkDelete(World world, Stored stored) {}

    /** Notes a deletion, which is done now. */
    default void deleted(World world, Stored stored) {}

    /** The ids of other resources that no second operation may work on while this change goes on. */
    default Set<String> holds(Change change) {
        return Set.of();
    }

    /** The same while this deletion goes on. */
    default Set<String> holds(World world, Stored stored) {
        return Set.of();
    }
}
