package dev.corbel.planner.planning;

import dev.corbel.planner.plan.CheckResult;
import dev.corbel.planner.planning.draft.DraftedInstances;
import dev.corbel.planner.planning.draft.Moved;
import dev.corbel.planner.planning.refresh.Refreshed;
import dev.corbel.planner.planning.resource.Relocations;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.planner.provider.PlannedProviders;
import dev.corbel.providers.api.address.Address;
import java.util.List;
import java.util.Set;

/**
 * The result of going through all declared instances, with everything read that could be.
 *
 * @param instances planned, and their values for whom refers to them
 * @param providers as far as they could be opened
 * @param checks results of the conditions of instances
 * @param unfinished instances without a change that have something left to evaluate while applying
 * @param relocations replacements of objects whose provider points elsewhere now
 * @param complete false where an instance is planned behind a configuration that is not known before apply
 */
record Walked(
        Moved moved,
        Refreshed refreshed,
        DraftedInstances instances,
        PlannedProviders providers,
        List<CheckResult> checks,
        Set<Address> unfinished,
        Relocations relocations,
        boolean complete) {

    PriorState prior() {
        return moved.prior();
    }
}
