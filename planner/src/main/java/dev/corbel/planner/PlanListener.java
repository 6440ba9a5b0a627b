package dev.corbel.planner;

import dev.corbel.providers.api.address.Address;

/** Hears how planning gets on. Lookups are told of from any thread, the rest from the thread that plans. */
public interface PlanListener {
    PlanListener NONE = new PlanListener() {};

    /** So many objects are now being read. */
    default void reading(int objects) {}

    /** All objects that were announced have been read. */
    default void read() {}

    /** A data source is looked up. */
    default void lookingUp(Address data) {}
}
