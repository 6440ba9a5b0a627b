package dev.corbel.planner.apply;

import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.plan.Operation;
import dev.corbel.providers.api.address.Address;
import java.util.Optional;

/** Evaluates the conditions of an instance that does not change. */
final class EvaluateStep implements Step {
    private final StepContext context;

    EvaluateStep(StepContext context) {
        this.context = context;
    }

    @Override
    public Outcome run(Operation operation) throws StepFailure {
        Address address = operation.address().orElseThrow();
        Optional<Lifecycle> lifecycle = address.isData()
                ? context.declarations().dataSource(address).map(DataDeclaration::lifecycle)
                : context.declarations().resource(address).map(ResourceDeclaration::lifecycle);
        if (lifecycle.isPresent()) {
            context.conditions()
                    .require(address, "Precondition", lifecycle.get().preconditions());
            context.conditions()
                    .require(address, "Postcondition", lifecycle.get().postconditions());
        }
        return Outcome.DONE;
    }
}
