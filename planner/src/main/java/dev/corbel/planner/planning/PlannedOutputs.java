package dev.corbel.planner.planning;

import dev.corbel.planner.order.OperationOrder.Evaluated;
import dev.corbel.planner.plan.CheckResult;
import dev.corbel.planner.plan.OutputChange;
import java.util.List;

/**
 * The outputs and check blocks as far as planning knows them.
 *
 * @param checks results of check blocks
 * @param operations that evaluate while applying
 */
record PlannedOutputs(List<OutputChange> changes, List<CheckResult> checks, List<Evaluated> operations) {
    PlannedOutputs {
        changes = List.copyOf(changes);
        checks = List.copyOf(checks);
        operations = List.copyOf(operations);
    }
}
