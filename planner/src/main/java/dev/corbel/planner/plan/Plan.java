package dev.corbel.planner.plan;

import dev.corbel.dsl.model.Definition;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The changes that would be made, and their order.
 *
 * @param createdAt when reality was read
 * @param definition what it was planned from
 * @param variables the values that were given from outside, as they were given
 * @param stored state when planning began; its lineage and serial are what the plan is bound to
 * @param stateChanges what moves, adoptions and reading change in state, recorded before any operation runs
 * @param prior state after moves, adoptions and what reading found: what the changes start from
 * @param changes one per planned instance and per deposed object, no-ops too, in the order of addresses
 * @param drift what reading found to differ from state
 * @param complete false where something could not be planned yet, such as behind a provider of unknown configuration
 * @param unreadable objects of state that could not be read; everything else is planned all the same
 * @param policies what the policies say of it; an error for each refusal is among the diagnostics
 * @param diagnostics warnings, and the errors that make a plan inapplicable
 */
public record Plan(
        Instant createdAt,
        PlanMode mode,
        Definition definition,
        Map<String, String> variables,
        State stored,
        List<StateChange> stateChanges,
        State prior,
        List<ResourceChange> changes,
        List<ResourceChange> drift,
        List<OutputChange> outputs,
        List<CheckResult> checks,
        ExecutionGraph operations,
        boolean complete,
        List<UnreadableObject> unreadable,
        PolicyReport policies,
        List<Diagnostic> diagnostics) {

    public Plan {
        variables = Map.copyOf(variables);
        stateChanges = List.copyOf(stateChanges);
        changes = List.copyOf(changes);
        drift = List.copyOf(drift);
        outputs = List.copyOf(outputs);
        checks = List.copyOf(checks);
        unreadable = List.copyOf(unreadable);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Tells whether anything could not be read or not be planned; such a plan is shown and never applied. */
    public boolean errored() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /**
     * The errors of planning itself: those that are not the reason why an object could not be read. With none of them, a
     * plan that is errored tells all that can be told as long as these objects stay unreadable.
     */
    public List<Diagnostic> failures() {
        Set<Diagnostic> reasons = new HashSet<>();
        unreadable.forEach(object -> reasons.addAll(object.reasons()));
        return diagnostics.stream()
                .filter(Diagnostic::isError)
                .filter(problem -> !reasons.contains(problem))
                .toList();
    }

    /** Tells whether all was planned, so that policies alone stand in the way, where something does. */
    public boolean isPlanned() {
        Set<Diagnostic> refusals = new HashSet<>(policies.diagnostics());
        return diagnostics.stream().noneMatch(problem -> problem.isError() && !refusals.contains(problem));
    }

    /** The same plan with what the policies of another day say. */
    public Plan with(PolicyReport report) {
        return new Plan(
                createdAt,
                mode,
                definition,
                variables,
                stored,
                stateChanges,
                prior,
                changes,
                drift,
                outputs,
                checks,
                operations,
                complete,
                unreadable,
                report,
                diagnostics);
    }

    /** The counts in the last line of a plan. */
    public PlanSummary summary() {
        return PlanSummary.of(changes, operations);
    }

    /**
     * Tells whether applying does something that people count as a change: resource actions, moves, adoptions, forgets and
     * outputs; under refresh-only any change of state.
     */
    public boolean hasChanges() {
        if (mode == PlanMode.REFRESH_ONLY) {
            return !prior.instances().equals(stored.instances())
                    || outputs.stream().anyMatch(OutputChange::isChange);
        }
        return changes.stream().anyMatch(ResourceChange::isChange)
                || outputs.stream().anyMatch(OutputChange::isChange);
    }
}
