package dev.corbel.planner.policy;

import dev.corbel.providers.api.ReadableType.AttachedObject;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;

/**
 * An object in or on one of state that nobody declared.
 *
 * @param parent the object of state
 */
public record AddedObject(Address parent, AttachedObject object) {

    /** The address that it would have beside its parent, by its id. */
    Address address() {
        Step step = Address.resource(object.type(), object.id()).last();
        return parent.parent()
                .map(around -> around.child(step))
                .orElseGet(() -> Address.resource(object.type(), object.id()));
    }
}
