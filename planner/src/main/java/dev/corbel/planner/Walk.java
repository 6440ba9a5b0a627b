package dev.corbel.planner;

import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.address.Address;
import dev.corbel.state.model.StateObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through all declared instances, each after everything that it needs. */
final class Walk {
    private final Planning planning;
    private final Refresh refresh;
    private final Selection selection;
    private final Map<Address, ResourceDeclaration> resources = new HashMap<>();
    private final Map<Address, DataDeclaration> dataSources = new LinkedHashMap<>();

    Walk(Planning planning, Refresh refresh, Selection selection) {
        this.planning = planning;
        this.refresh = refresh;
        this.selection = selection;
        planning.definition().resources().forEach(resource -> resources.put(resource.address(), resource));
        planning.definition().dataSources().forEach(data -> dataSources.put(data.address(), data));
    }

    void plan() {
        ResourcePlanner resourcePlanner = new ResourcePlanner(planning, new Adoptions(planning));
        DataPlanner dataPlanner = new DataPlanner(planning);
        dataPlanner.lookUpEarly(dataSources.values().stream()
                .filter(data -> selection.includes(data.address()))
                .toList());
        for (Address address : planning.graph.order()) {
            if (!selection.includes(address) || hasFailed(address)) {
                continue;
            }
            @Nullable ResourceDeclaration resource = resources.get(address);
            @Nullable DataDeclaration data = dataSources.get(address);
            if (data != null) {
                dataPlanner.plan(data);
            } else if (resource != null) {
                planning.prior.current(address).ifPresent(object -> refresh.readLate(object.provider()));
                plan(resource, resourcePlanner);
            }
        }
    }

    private void plan(ResourceDeclaration resource, ResourcePlanner planner) {
        Address address = resource.address();
        if (planning.failed.contains(address)) {
            return;
        }
        if (planning.mode() == PlanMode.REFRESH_ONLY) {
            planning.prior.current(address).ifPresent(object -> keep(resource, object));
        } else {
            planner.plan(resource);
        }
    }

    private void keep(ResourceDeclaration resource, StateObject object) {
        planning.drafts.put(
                resource.address(),
                ChangeDraft.unchanged(
                        resource.address(),
                        object.provider().key(),
                        java.util.Optional.of(object),
                        object.attributes()));
    }

    private boolean hasFailed(Address address) {
        if (planning.failed.isEmpty()) {
            return false;
        }
        boolean failed = planning.failed.contains(address)
                || planning.graph.dependencies(address).stream().anyMatch(planning.failed::contains);
        if (failed) {
            planning.failed.add(address);
        }
        return failed;
    }
}
