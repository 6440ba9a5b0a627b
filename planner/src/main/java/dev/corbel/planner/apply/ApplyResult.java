package dev.corbel.planner.apply;

import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.plan.CheckResult;
import dev.corbel.planner.plan.Operation;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.model.State;
import java.util.List;

/**
 * The end of an apply.
 *
 * @param operations one report per operation of the plan, in its order
 * @param checks of check blocks and conditions, as far as applying had to evaluate them
 * @param cancelled whether somebody asked to stop
 * @param diagnostics all problems, in the order of operations, then those of the run as a whole
 * @param state as it is now kept
 */
public record ApplyResult(
        List<OperationReport> operations,
        List<CheckResult> checks,
        boolean cancelled,
        List<Diagnostic> diagnostics,
        State state) {

    public ApplyResult {
        operations = List.copyOf(operations);
        checks = List.copyOf(checks);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Tells whether everything that was planned is done. */
    public boolean succeeded() {
        return operations.stream().allMatch(report -> report.outcome().isSuccess())
                && diagnostics.stream().noneMatch(Diagnostic::isError);
    }

    public int added() {
        return count(Operation.Kind.CREATE);
    }

    public int changed() {
        return count(Operation.Kind.UPDATE) + with(Outcome.UPDATED).size();
    }

    public int destroyed() {
        return count(Operation.Kind.DELETE);
    }

    public int forgotten() {
        return count(Operation.Kind.FORGET);
    }

    public List<OperationReport> with(Outcome outcome) {
        return operations.stream().filter(report -> report.outcome() == outcome).toList();
    }

    private int count(Operation.Kind kind) {
        return (int) operations.stream()
                .filter(report ->
                        report.outcome() == Outcome.DONE && report.operation().kind() == kind)
                .count();
    }
}
