package dev.corbel.planner.apply;

import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.plan.Operation;
import dev.corbel.providers.api.address.Address;
import dev.corbel.state.model.StateChange;
import java.util.List;

/** Takes an object out of state and leaves it alone. */
final class ForgetExecutor implements OperationExecutor {
    private final ExecutionContext context;

    ForgetExecutor(ExecutionContext context) {
        this.context = context;
    }

    @Override
    public Outcome run(Operation operation) {
        Address address = operation.address().orElseThrow();
        StateChange change = operation.deposedKey().isPresent()
                ? new StateChange.RemoveDeposed(address, operation.deposedKey().get())
                : new StateChange.RemoveCurrent(address);
        context.recorder().note(List.of(change));
        return Outcome.DONE;
    }
}
