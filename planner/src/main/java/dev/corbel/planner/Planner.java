package dev.corbel.planner;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.planner.order.OperationOrder;
import dev.corbel.planner.plan.ExecutionGraph;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.prior.Moves;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Makes plans: from a definition, from state, and from what providers find when they read. Changes nothing anywhere.
 *
 * <p>Problems of single instances leave out these and what needs them, and are in the plan, which then cannot be applied.
 * Problems with the whole (a circle of dependencies) are thrown.
 */
public final class Planner {
    private final Supplier<String> deposedKeys;

    public Planner() {
        this(new DeposedKeys());
    }

    Planner(Supplier<String> deposedKeys) {
        this.deposedKeys = deposedKeys;
    }

    /**
     * Makes a plan.
     *
     * @throws DiagnosticsException where there can be no plan at all, and where the thread is interrupted
     */
    public Plan plan(PlanRequest request) {
        Instant now = request.options().clock().instant();
        ResourceGraph graph = ResourceGraph.of(request.definition());
        try (Planning planning = new Planning(request, graph)) {
            return plan(planning, now);
        }
    }

    private Plan plan(Planning planning, Instant now) {
        PlanRequest request = planning.request;
        Predicate<Address> declared =
                request.options().mode() == PlanMode.DESTROY ? address -> false : planning.graph::contains;
        planning.movedFrom.putAll(
                Moves.apply(request.definition().moves(), planning.prior, declared, planning.diagnostics));
        Selection selection = Selection.of(request.options(), planning.graph, planning.prior, planning.diagnostics);
        checkReplace(planning);
        Refresh refresh = new Refresh(planning, selection::includes);
        boolean all = planning.mode() == PlanMode.DESTROY;
        if (!all) {
            openProviders(planning, selection);
        }
        refresh.read(all ? key -> true : planning.providers::standsAlone);
        if (!all) {
            new Walk(planning, refresh, selection).plan();
            refresh.read(key -> true);
        }
        LeftOutUsers users = new LeftOutUsers(planning, selection);
        new Deletions(planning, selection, users).plan();
        Outputs outputs = new Outputs(planning, selection);
        outputs.plan();
        ChangeBuilder assembly = new ChangeBuilder(planning);
        assembly.assemble();
        Blueprints.record(planning);
        OperationOrder order = new OperationOrder(planning.graph, deposedKeys, users::keepOld);
        ExecutionGraph operations =
                order.build(assembly.changes(), assembly.uses(), planning.unfinished, outputs.operations());
        Map<Diagnostic, Diagnostic> problems = planning.problems();
        return new Plan(
                now,
                planning.mode(),
                request.definition(),
                request.variables(),
                request.state(),
                planning.prior.changes(),
                planning.prior.state(),
                assembly.changes(),
                planning.drift,
                outputs.changes(),
                planning.checks,
                operations,
                planning.complete,
                planning.unreadable(problems),
                List.copyOf(new LinkedHashSet<>(problems.values())));
    }

    private static void openProviders(Planning planning, Selection selection) {
        Set<ProviderKey> used = new LinkedHashSet<>();
        planning.definition().resources().stream()
                .filter(resource -> selection.includes(resource.address()))
                .forEach(resource -> used.add(resource.provider()));
        planning.providers.openEarly(used, planning.tasks);
    }

    private static void checkReplace(Planning planning) {
        NamedNothing nothing = new NamedNothing();
        List<Address> declared = planning.definition().resources().stream()
                .map(ResourceDeclaration::address)
                .toList();
        nothing.check("--replace", planning.request.options().replace(), declared, "The definition does not have");
        nothing.throwIfAny();
    }
}
