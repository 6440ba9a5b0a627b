package dev.corbel.planner;

import dev.corbel.dsl.model.RemovalDeclaration;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.prior.Prefixes;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.StateObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans the end of objects: of those whose declaration is gone, of all under destroy, and of those that an earlier
 * replacement left deposed. What {@code removed} names with {@code destroy = false} is forgotten instead.
 */
final class Deletions {
    private final Planning planning;
    private final Selection selection;
    private final LeftOutUsers users;
    private final Prefixes<RemovalDeclaration> removals = new Prefixes<>();
    private final Map<Address, ResourceDeclaration> declared = new HashMap<>();
    private final Set<Address> withoutKeys = new HashSet<>();
    private final Set<Address> components = new HashSet<>();

    Deletions(Planning planning, Selection selection, LeftOutUsers users) {
        this.planning = planning;
        this.selection = selection;
        this.users = users;
        planning.definition().resources().forEach(resource -> {
            declared.put(resource.address(), resource);
            withoutKeys.add(resource.address().withKey(null));
            resource.address().parent().ifPresent(components::add);
        });
        planning.definition().components().forEach(component -> components.add(component.address()));
        for (RemovalDeclaration removal : planning.definition().removals()) {
            removals.put(removal.address(), removal);
        }
    }

    void plan() {
        planning.definition().resources().forEach(this::checkRemoval);
        for (ResourceInstance instance : planning.prior.instances()) {
            Address address = instance.address();
            if (selection.includes(address) && !planning.failed.contains(address)) {
                planCurrent(instance);
                if (planning.mode() != PlanMode.REFRESH_ONLY) {
                    instance.deposed().forEach((key, object) -> planDeposed(address, key, object));
                }
            }
        }
    }

    private void checkRemoval(ResourceDeclaration resource) {
        removals.find(resource.address())
                .ifPresent(removal -> planning.diagnostics.add(Diagnostic.error(
                                resource.address() + " is both declared and removed",
                                "It is declared at " + resource.range() + ".")
                        .at(resource.address())
                        .at(removal.range())
                        .withHint("Take either the resource or the removed away.")));
    }

    private void planCurrent(ResourceInstance instance) {
        Address address = instance.address();
        Optional<StateObject> current = instance.current();
        @Nullable ResourceDeclaration declaration = declared.get(address);
        boolean stays = declaration != null && planning.mode() != PlanMode.DESTROY;
        if (current.isEmpty() || stays) {
            return;
        }
        StateObject object = current.get();
        if (planning.mode() == PlanMode.REFRESH_ONLY) {
            planning.drafts.put(
                    address, ChangeDraft.unchanged(address, object.provider().key(), current, object.attributes()));
            return;
        }
        refuseWherePrevented(address, object);
        if (action(address) == Action.DELETE) {
            users.warnOfEnd(address);
        }
        ActionReason reason = planning.mode() == PlanMode.DESTROY ? ActionReason.NONE : reason(address);
        planning.drafts.put(address, ChangeDraft.end(address, Optional.empty(), action(address), reason, object));
    }

    private void planDeposed(Address address, String key, StateObject object) {
        if (action(address) == Action.DELETE && users.keepOld(address)) {
            return;
        }
        refuseWherePrevented(address, object);
        planning.deposed.add(ChangeDraft.end(address, Optional.of(key), action(address), ActionReason.NONE, object));
    }

    /** A {@code removed} is the last word about an object, whatever was applied to it. */
    private void refuseWherePrevented(Address address, StateObject object) {
        if (removals.find(address).isEmpty()) {
            PreventedDestroy.problem(address, declared.get(address), object, "delete")
                    .ifPresent(planning.diagnostics::add);
        }
    }

    private Action action(Address address) {
        boolean forget =
                removals.find(address).map(removal -> !removal.destroy()).orElse(false);
        return forget ? Action.FORGET : Action.DELETE;
    }

    private ActionReason reason(Address address) {
        if (planning.movedFrom.containsKey(address)) {
            return ActionReason.DELETE_BECAUSE_NO_MOVE_TARGET;
        }
        if (withoutKeys.contains(address.withKey(null))) {
            return ActionReason.DELETE_BECAUSE_EACH_KEY;
        }
        boolean moduleGone = address.parent().map(parent -> !isThere(parent)).orElse(false);
        return moduleGone ? ActionReason.DELETE_BECAUSE_NO_MODULE : ActionReason.DELETE_BECAUSE_NO_RESOURCE_CONFIG;
    }

    private boolean isThere(Address component) {
        return components.contains(component);
    }
}
