package dev.corbel.planner.planning;

import dev.corbel.dsl.model.ComponentDeclaration;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.providers.api.address.Address;
import dev.corbel.state.model.StateChange;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Pins the versions of the blueprints that built the components. */
final class BlueprintPins {
    private BlueprintPins() {}

    static void record(PlanContext context, BuiltChanges built) {
        if (context.mode() == PlanMode.REFRESH_ONLY) {
            return;
        }
        PriorState prior = built.prior();
        Map<Address, Integer> pinned = prior.stored().blueprints();
        Set<Address> used = new HashSet<>();
        if (context.mode() == PlanMode.NORMAL) {
            for (ComponentDeclaration component : context.definition().components()) {
                component.blueprint().ifPresent(blueprint -> {
                    used.add(component.address());
                    Integer before = pinned.get(component.address());
                    if (before == null || before != blueprint.version()) {
                        prior.record(new StateChange.PutBlueprint(component.address(), blueprint.version()));
                    }
                });
            }
        }
        for (Address component : pinned.keySet()) {
            if (!used.contains(component)) {
                prior.record(new StateChange.RemoveBlueprint(component));
            }
        }
    }
}
