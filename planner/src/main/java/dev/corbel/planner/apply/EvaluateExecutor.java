package dev.corbel.planner.apply;

import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.plan.Operation;
import dev.corbel.providers.api.address.Address;
import java.util.Optional;

/** Evaluates the conditions of an instance that does not change. */
final class EvaluateExecutor implements OperationExecutor {
    private final ExecutionContext context;

    EvaluateExecutor(ExecutionContext context) {
        this.context = context;
    }

    @Override
    public Outcome run(Operation operation) throws OperationFailure {
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
