package dev.corbel.planner.planning;

import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.planning.data.DataPlanner;
import dev.corbel.planner.planning.draft.ChangeDraft;
import dev.corbel.planner.planning.draft.ConditionReports;
import dev.corbel.planner.planning.draft.DraftedInstances;
import dev.corbel.planner.planning.draft.Moved;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.planning.draft.PlanProblems;
import dev.corbel.planner.planning.refresh.Answers;
import dev.corbel.planner.planning.refresh.Refresh;
import dev.corbel.planner.planning.resource.Relocations;
import dev.corbel.planner.planning.resource.ResourcePlanner;
import dev.corbel.planner.planning.resource.SecretPlanner;
import dev.corbel.planner.planning.selection.RequestedReplacements;
import dev.corbel.planner.planning.selection.Selection;
import dev.corbel.planner.provider.PlannedProviders;
import dev.corbel.planner.provider.ProviderConfigurations;
import dev.corbel.planner.secret.Renewals;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.state.model.StateObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through all declared instances, each after everything that it needs, and reads the objects of state on the way. */
final class Walk {
    private final PlanContext context;
    private final Moved moved;
    private final Selection selection;
    private final RequestedReplacements replacements;
    private final PlanProblems problems;
    private final SecretPlanner secrets;
    private final DraftedInstances instances;
    private final PlannedProviders providers;
    private final Refresh refresh;
    private final ConditionReports conditions;
    private final Relocations relocations = new Relocations();
    private final Map<Address, ResourceDeclaration> resources = new HashMap<>();
    private final Map<Address, DataDeclaration> dataSources = new LinkedHashMap<>();

    Walk(
            PlanContext context,
            Moved moved,
            Selection selection,
            RequestedReplacements replacements,
            Renewals renewals,
            Answers answers,
            PlanProblems problems) {
        this.context = context;
        this.moved = moved;
        this.selection = selection;
        this.replacements = replacements;
        this.problems = problems;
        this.instances = new DraftedInstances(moved.prior(), problems);
        this.secrets = new SecretPlanner(context, renewals, instances, problems);
        this.providers = new PlannedProviders(
                context.definition(),
                new ProviderConfigurations(
                        context.definition(), context.request().catalog()),
                context.request().sessions(),
                instances,
                this::isMadeAnew,
                context.mode() == PlanMode.DESTROY || context.options().survey());
        this.refresh = new Refresh(context, moved, selection::includes, providers, answers, problems);
        this.conditions = new ConditionReports(problems);
        context.definition().resources().forEach(resource -> resources.put(resource.address(), resource));
        context.definition().dataSources().forEach(data -> dataSources.put(data.address(), data));
    }

    /** A destroy reads alone: nothing that is declared matters to it. */
    Walked run() {
        boolean complete = context.mode() == PlanMode.DESTROY || planAll();
        return new Walked(
                moved,
                refresh.finish(),
                instances,
                providers,
                conditions.results(),
                conditions.unfinished(),
                relocations,
                complete);
    }

    private boolean planAll() {
        openProviders();
        refresh.read(providers::standsAlone);
        ResourcePlanner resourcePlanner = new ResourcePlanner(
                context, moved, replacements, instances, providers, conditions, relocations, secrets, problems);
        DataPlanner dataPlanner = new DataPlanner(context, moved.prior(), instances, providers, conditions, problems);
        dataPlanner.lookUpEarly(dataSources.values().stream()
                .filter(data -> selection.includes(data.address()))
                .toList());
        for (Address address : context.graph().order()) {
            if (!selection.includes(address)
                    || problems.hasFailed(address, context.graph().dependencies(address))) {
                continue;
            }
            @Nullable ResourceDeclaration resource = resources.get(address);
            @Nullable DataDeclaration data = dataSources.get(address);
            if (data != null) {
                dataPlanner.plan(data);
            } else if (resource != null) {
                moved.prior().current(address).ifPresent(object -> refresh.readLate(object.provider()));
                plan(resource, resourcePlanner);
            }
        }
        secrets.refuseLeftOut(
                selection::includes, address -> moved.prior().current(address).isPresent());
        return resourcePlanner.isComplete() && dataPlanner.isComplete();
    }

    /** The secrets that have to be made anew, which may be more than this walk knew of. */
    Renewals renewals() {
        return secrets.needed();
    }

    /** Tells whether the plan makes an object anew, or looks data up by what follows from such an object. */
    private boolean isMadeAnew(Address target) {
        Set<Address> seen = new HashSet<>(Set.of(target));
        Deque<Address> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Address address = open.remove();
            @Nullable ChangeDraft draft = instances.find(address);
            if (instances.isMadeAnew(address)) {
                return true;
            }
            if (draft != null && draft.action() == Action.READ) {
                context.graph().dependencies(address).stream().filter(seen::add).forEach(open::add);
            }
        }
        return false;
    }

    private void openProviders() {
        Set<ProviderKey> used = new LinkedHashSet<>();
        context.definition().resources().stream()
                .filter(resource -> selection.includes(resource.address()))
                .forEach(resource -> used.add(resource.provider()));
        providers.openEarly(used, context.tasks());
    }

    private void plan(ResourceDeclaration resource, ResourcePlanner planner) {
        if (problems.hasFailed(resource.address())) {
            return;
        }
        if (context.mode() == PlanMode.REFRESH_ONLY) {
            moved.prior().current(resource.address()).ifPresent(object -> keep(resource.address(), object));
        } else {
            planner.plan(resource);
        }
    }

    private void keep(Address address, StateObject object) {
        instances.put(
                ChangeDraft.unchanged(address, object.provider().key(), Optional.of(object), object.attributes()));
    }
}
