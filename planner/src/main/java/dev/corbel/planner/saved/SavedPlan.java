package dev.corbel.planner.saved;

import dev.corbel.dsl.model.Definition;
import dev.corbel.planner.plan.CheckResult;
import dev.corbel.planner.plan.ExecutionGraph;
import dev.corbel.planner.plan.OutputChange;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.PolicyReport;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateBuilder;
import dev.corbel.state.model.StateChange;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A plan as its file holds it: all of its decisions, and instead of the definition the sources and values from which that
 * is evaluated again. Marks of sensitivity are kept. Values of write-only attributes are not among the decisions; where
 * they come from a source or a variable, these have them.
 *
 * @param sources the text of every file that took part in the definition, by the name that diagnostics show
 * @param variables the values that were given from outside, as they were given
 * @param outline the definition as views show it, so that looking at the plan need not evaluate it; JSON without secrets,
 *     empty in plans of versions that wrote none
 * @param allowDestroy the addresses whose data may go
 */
public record SavedPlan(
        PlanOrigin origin,
        Map<String, String> sources,
        Map<String, String> variables,
        String outline,
        Instant createdAt,
        PlanMode mode,
        State stored,
        List<StateChange> stateChanges,
        List<ResourceChange> changes,
        List<ResourceChange> drift,
        List<OutputChange> outputs,
        List<CheckResult> checks,
        ExecutionGraph operations,
        boolean complete,
        List<String> allowDestroy,
        List<Diagnostic> diagnostics) {

    public SavedPlan {
        sources = Collections.unmodifiableMap(new TreeMap<>(sources));
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
        stateChanges = List.copyOf(stateChanges);
        changes = List.copyOf(changes);
        drift = List.copyOf(drift);
        outputs = List.copyOf(outputs);
        checks = List.copyOf(checks);
        allowDestroy = List.copyOf(allowDestroy);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * The part of a plan that is written.
     *
     * @param project its folder, as in {@link PlanOrigin}
     * @param outline the definition as views show it
     */
    public static SavedPlan of(
            Plan plan, String engineVersion, String project, ProviderCatalog catalog, String outline) {
        Map<String, String> versions = new TreeMap<>();
        Stream.concat(
                        plan.definition().providers().keySet().stream(),
                        plan.changes().stream().map(ResourceChange::provider))
                .map(ProviderKey::provider)
                .distinct()
                .forEach(name -> catalog.provider(name).ifPresent(found -> versions.put(name, found.version())));
        return new SavedPlan(
                new PlanOrigin(engineVersion, versions, project),
                plan.definition().sources(),
                plan.variables(),
                outline,
                plan.createdAt(),
                plan.mode(),
                plan.stored(),
                plan.stateChanges(),
                plan.changes(),
                plan.drift(),
                plan.outputs(),
                plan.checks(),
                plan.operations(),
                plan.complete(),
                plan.policies().allowDestroy(),
                plan.diagnostics());
    }

    public String environment() {
        return stored.environment();
    }

    /** The decisions alone, to look at: its definition has a name and nothing in it. Runs none of the sources. */
    public Plan decisions() {
        return withDefinition(Definition.empty(environment()));
    }

    /** The plan, with the definition that its sources give. */
    public Plan withDefinition(Definition definition) {
        StateBuilder prior = new StateBuilder(stored);
        stateChanges.forEach(prior::apply);
        return new Plan(
                createdAt,
                mode,
                definition,
                variables,
                stored,
                stateChanges,
                prior.build(stored.environment(), stored.lineage(), stored.serial()),
                changes,
                drift,
                outputs,
                checks,
                operations,
                complete,
                // A plan of which something could not be read is never saved.
                List.of(),
                PolicyReport.NONE,
                diagnostics);
    }
}
