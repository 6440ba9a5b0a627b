package dev.corbel.planner.planning;

import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.providers.api.address.Address;
import java.util.List;

/**
 * The changes of a plan in their order.
 *
 * @param prior with everything recorded that needs no call
 * @param uses the objects that the object of each change was recorded to use, in the order of the changes
 */
record BuiltChanges(PriorState prior, List<ResourceChange> changes, List<List<Address>> uses) {
    BuiltChanges {
        changes = List.copyOf(changes);
        uses = List.copyOf(uses);
    }
}
