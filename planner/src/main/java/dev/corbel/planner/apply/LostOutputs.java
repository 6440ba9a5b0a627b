package dev.corbel.planner.apply;

import dev.corbel.dsl.model.OutputDeclaration;
import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.address.Address;
import dev.corbel.state.model.StateChange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Drops the outputs of a failed branch whose objects went before it failed: they name what is no longer there. */
final class LostOutputs {
    private final ExecutionContext context;

    LostOutputs(ExecutionContext context) {
        this.context = context;
    }

    void drop(List<OperationReport> reports) {
        if (context.plan().mode() != PlanMode.NORMAL || context.recorder().isBroken()) {
            return;
        }
        List<StateChange> lost = new ArrayList<>();
        for (OperationReport report : reports) {
            if (report.outcome() == Outcome.SKIPPED && report.operation().kind() == Operation.Kind.OUTPUT) {
                String name = report.operation().name().orElseThrow();
                if (context.declarations().output(name).filter(this::isLost).isPresent()
                        && context.plan().prior().outputs().containsKey(name)) {
                    lost.add(new StateChange.RemoveOutput(name));
                }
            }
        }
        context.recorder().note(lost);
    }

    private boolean isLost(OutputDeclaration output) {
        Set<Address> needs = new LinkedHashSet<>();
        output.value().forEachReference(reference -> needs.add(reference.target()));
        return needs.stream()
                .anyMatch(needed -> !needed.isData()
                        && context.plan().prior().current(needed).isPresent()
                        && context.objects().current(needed).isEmpty());
    }
}
