package dev.corbel.planner.apply;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.apply.RunProviders.Access;
import dev.corbel.planner.object.PlannedObject;
import dev.corbel.planner.object.ResourceEvaluator;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.state.model.StateObject;
import java.util.Optional;

/**
 * The object that a create-first replacement is about to depose. Where the plan replaces it only because immutable
 * attributes were not known, and these came out as they are, it stays: nothing is deposed, and the planned deletion finds
 * nothing to delete.
 */
final class StandingObject {
    private final ExecutionContext context;
    private final UpdateExecutor update;

    StandingObject(ExecutionContext context) {
        this.context = context;
        this.update = new UpdateExecutor(context);
    }

    /**
     * Looks again, now that all values are known.
     *
     * @return how the object was brought to what it shall be; empty where a new one is needed
     */
    Optional<Outcome> look(Operation operation, ResourceDeclaration declaration) throws OperationFailure {
        ResourceChange change = context.change(operation);
        Optional<StateObject> prior = context.objects().current(declaration.address());
        if (operation.deposedKey().isEmpty() || prior.isEmpty() || !wasUncertain(change)) {
            return Optional.empty();
        }
        Access access = context.providers().declared(declaration.provider());
        if (context.providers().isElsewhere(prior.get().provider(), access)) {
            return Optional.empty();
        }
        ResourceType type = context.type(declaration.type());
        PlannedObject planned = ResourceEvaluator.evaluate(
                declaration, type, context.secrets().scope(change), prior.get().attributes(), access.configuration());
        if (!planned.replacePaths().isEmpty()) {
            return Optional.empty();
        }
        Outcome outcome = update.update(change, declaration, prior.get(), planned);
        return Optional.of(outcome == Outcome.DONE ? Outcome.UPDATED : outcome);
    }

    private static boolean wasUncertain(ResourceChange change) {
        return change.reason() == ActionReason.REPLACE_BECAUSE_CANNOT_UPDATE
                && !change.replacePaths().isEmpty()
                && change.replacePaths().stream()
                        .noneMatch(path -> path.in(change.after()).isWhollyKnown());
    }
}
