package dev.corbel.planner.planning;

import dev.corbel.dsl.model.RemovalDeclaration;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.planning.draft.ChangeDraft;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.planning.draft.PlanProblems;
import dev.corbel.planner.planning.resource.PreventedDestroy;
import dev.corbel.planner.planning.selection.LeftOutUsers;
import dev.corbel.planner.planning.selection.Selection;
import dev.corbel.planner.prior.Prefixes;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.StateObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans the end of objects: of those whose declaration is gone, of all under destroy, and of those that an earlier
 * replacement left deposed. Forgets instead those that {@code removed} names with {@code destroy = false}.
 */
final class DeletionPlanner {
    private final PlanContext context;
    private final Walked walked;
    private final Selection selection;
    private final LeftOutUsers users;
    private final PlanProblems problems;
    private final Prefixes<RemovalDeclaration> removals = new Prefixes<>();
    private final Map<Address, ResourceDeclaration> declared = new HashMap<>();
    private final Set<Address> withoutKeys = new HashSet<>();
    private final Set<Address> components = new HashSet<>();
    private final Map<Address, ChangeDraft> current = new LinkedHashMap<>();
    private final List<ChangeDraft> deposed = new ArrayList<>();

    DeletionPlanner(
            PlanContext context, Walked walked, Selection selection, LeftOutUsers users, PlanProblems problems) {
        this.context = context;
        this.walked = walked;
        this.selection = selection;
        this.users = users;
        this.problems = problems;
        context.definition().resources().forEach(resource -> {
            declared.put(resource.address(), resource);
            withoutKeys.add(resource.address().withKey(null));
            resource.address().parent().ifPresent(components::add);
        });
        context.definition().components().forEach(component -> components.add(component.address()));
        for (RemovalDeclaration removal : context.definition().removals()) {
            removals.put(removal.address(), removal);
        }
    }

    Deletions plan() {
        context.definition().resources().forEach(this::checkRemoval);
        for (ResourceInstance instance : walked.prior().instances()) {
            Address address = instance.address();
            if (selection.includes(address) && !problems.hasFailed(address)) {
                planCurrent(instance);
                if (context.mode() != PlanMode.REFRESH_ONLY) {
                    instance.deposed().forEach((key, object) -> planDeposed(address, key, object));
                }
            }
        }
        return new Deletions(current, deposed);
    }

    private void checkRemoval(ResourceDeclaration resource) {
        removals.find(resource.address())
                .ifPresent(removal -> problems.add(Diagnostic.error(
                                resource.address() + " is both declared and removed",
                                "It is declared at " + resource.range() + ".")
                        .at(resource.address())
                        .at(removal.range())
                        .withHint("Take either the resource or the removed away.")));
    }

    private void planCurrent(ResourceInstance instance) {
        Address address = instance.address();
        Optional<StateObject> present = instance.current();
        @Nullable ResourceDeclaration declaration = declared.get(address);
        boolean stays = declaration != null && context.mode() != PlanMode.DESTROY;
        if (present.isEmpty() || stays) {
            return;
        }
        StateObject object = present.get();
        if (context.mode() == PlanMode.REFRESH_ONLY) {
            current.put(
                    address, ChangeDraft.unchanged(address, object.provider().key(), present, object.attributes()));
            return;
        }
        refuseWherePrevented(address, object);
        if (action(address) == Action.DELETE) {
            users.warnOfEnd(address);
        }
        ActionReason reason = context.mode() == PlanMode.DESTROY ? ActionReason.NONE : reason(address);
        current.put(address, ChangeDraft.end(address, Optional.empty(), action(address), reason, object));
    }

    private void planDeposed(Address address, String key, StateObject object) {
        if (action(address) == Action.DELETE && users.keepOld(address)) {
            return;
        }
        if (removals.find(address).isEmpty()) {
            PreventedDestroy.problemOfDeposed(address, key, declared.get(address), object)
                    .ifPresent(problems::add);
        }
        deposed.add(ChangeDraft.end(address, Optional.of(key), action(address), ActionReason.NONE, object));
    }

    /** A {@code removed} is the last word about an object, whatever was applied to it. */
    private void refuseWherePrevented(Address address, StateObject object) {
        if (removals.find(address).isEmpty()) {
            PreventedDestroy.problem(address, declared.get(address), object, "delete")
                    .ifPresent(problems::add);
        }
    }

    private Action action(Address address) {
        boolean forget =
                removals.find(address).map(removal -> !removal.destroy()).orElse(false);
        return forget ? Action.FORGET : Action.DELETE;
    }

    private ActionReason reason(Address address) {
        if (walked.moved().previous(address).isPresent()) {
            return ActionReason.DELETE_BECAUSE_NO_MOVE_TARGET;
        }
        if (withoutKeys.contains(address.withKey(null))) {
            return ActionReason.DELETE_BECAUSE_EACH_KEY;
        }
        boolean moduleGone =
                address.parent().map(parent -> !components.contains(parent)).orElse(false);
        return moduleGone ? ActionReason.DELETE_BECAUSE_NO_MODULE : ActionReason.DELETE_BECAUSE_NO_RESOURCE_CONFIG;
    }
}
