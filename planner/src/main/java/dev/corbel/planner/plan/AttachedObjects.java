package dev.corbel.planner.plan;

import dev.corbel.providers.api.ReadableType.Attached;
import dev.corbel.providers.api.address.Address;

/**
 * The answer to a question for what is in or on an object of state, with what state knows of.
 *
 * @param parent the address of the object of state
 * @param type the name of the type that was asked
 */
public record AttachedObjects(Address parent, String type, Attached found) {}
