package dev.corbel.planner;

import dev.corbel.dsl.model.ComponentDeclaration;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.address.Address;
import dev.corbel.state.model.StateChange;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Pins the versions of the blueprints that built the components. */
final class Blueprints {
    private Blueprints() {}

    static void record(Planning planning) {
        if (planning.mode() == PlanMode.REFRESH_ONLY) {
            return;
        }
        Map<Address, Integer> pinned = planning.prior.stored().blueprints();
        Set<Address> used = new HashSet<>();
        if (planning.mode() == PlanMode.NORMAL) {
            for (ComponentDeclaration component : planning.definition().components()) {
                component.blueprint().ifPresent(blueprint -> {
                    used.add(component.address());
                    Integer before = pinned.get(component.address());
                    if (before == null || before != blueprint.version()) {
                        planning.prior.record(new StateChange.PutBlueprint(component.address(), blueprint.version()));
                    }
                });
            }
        }
        for (Address component : pinned.keySet()) {
            if (!used.contains(component)) {
                planning.prior.record(new StateChange.RemoveBlueprint(component));
            }
        }
    }
}
