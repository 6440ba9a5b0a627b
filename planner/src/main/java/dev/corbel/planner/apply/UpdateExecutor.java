package dev.corbel.planner.apply;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.apply.RunProviders.Access;
import dev.corbel.planner.object.PlannedObject;
import dev.corbel.planner.object.ProviderView;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Changes an object in place. A failure leaves what the provider says is there now, else what was there before. */
final class UpdateExecutor implements OperationExecutor {
    private final ExecutionContext context;

    UpdateExecutor(ExecutionContext context) {
        this.context = context;
    }

    @Override
    public Outcome run(Operation operation) throws OperationFailure {
        ResourceDeclaration declaration = context.resource(operation);
        Address address = declaration.address();
        StateObject prior = context.objects()
                .current(address)
                .orElseThrow(() -> new IllegalStateException("the plan changes " + address + ", which is not there"));
        context.conditions()
                .require(address, "Precondition", declaration.lifecycle().preconditions());
        ResourceType type = context.type(declaration.type());
        Access access = context.providers().declared(declaration.provider());
        ResourceChange change = context.change(operation);
        PlannedObject planned = ApplyTimePlan.of(
                declaration, type, change, context.secrets().scope(change), prior.attributes(), access.configuration());
        refuseReplacement(declaration, planned);
        return update(change, declaration, prior, planned);
    }

    /** Brings an object that may stay to what was found out that it shall be. */
    Outcome update(ResourceChange change, ResourceDeclaration declaration, StateObject prior, PlannedObject promised)
            throws OperationFailure {
        Address address = declaration.address();
        ResourceType type = context.type(declaration.type());
        Access access = context.providers().declared(declaration.provider());
        refuseElsewhere(declaration, prior, access);
        StateObject template = new StateObject(
                access.stored(),
                type.schema().version(),
                prior.attributes(),
                prior.privateData(),
                change.dependencies(),
                change.createBeforeDestroy(),
                declaration.lifecycle().preventingLine(prior.preventDestroy()),
                prior.tainted(),
                prior.generation());
        if (isThereAlready(promised, prior)) {
            context.recorder().note(List.of(new StateChange.PutCurrent(address, template)));
            context.conditions()
                    .require(address, "Postcondition", declaration.lifecycle().postconditions());
            return Outcome.UNNEEDED;
        }
        PlannedObject planned = context.secrets().filled(declaration, type, change, promised, false);
        context.freshness().check(address, prior, type, access, Optional.of(declaration.range()));
        ObjectCall call = new ObjectCall(
                context,
                Intent.Action.UPDATE,
                address,
                type,
                access,
                planned.attributes(),
                planned.attributes(),
                Optional.of(template),
                Optional.empty());
        ResourceType.UpdateRequest request = new ResourceType.UpdateRequest(
                address,
                ProviderView.of(prior),
                planned.request(),
                call.token(),
                ExecutionContext.timeout(declaration, type, "update"));
        QuotedSecrets secrets = QuotedSecrets.of(planned.configuration(), planned.attributes(), prior.attributes());
        ObjectState updated;
        try {
            updated = call.run(secrets, () -> type.update(access.session(), request));
        } catch (ProviderException failure) {
            call.fail(failure, leftBy(failure, declaration, type, planned, template));
            throw ProviderFailures.of(failure, address, Optional.of(declaration.range()));
        }
        ReturnedObject returned =
                ReturnedObject.promised(declaration, type, updated.attributes(), planned.attributes());
        call.finish(List.of(new StateChange.PutCurrent(
                address, template.withAttributes(returned.attributes(), updated.privateData()))));
        ExecutionContext.throwIfAny(returned.problems());
        context.conditions()
                .require(address, "Postcondition", declaration.lifecycle().postconditions());
        return Outcome.DONE;
    }

    /** Compares again, since an unknown value may have come out as it was before. Write-only attributes nobody can compare. */
    private static boolean isThereAlready(PlannedObject planned, StateObject prior) {
        return !planned.differsFrom(prior.attributes())
                && planned.request().fullyUnmarked().equals(planned.attributes().fullyUnmarked());
    }

    /** Values that became known may need a new object; the plan did not promise one. */
    private static void refuseReplacement(ResourceDeclaration declaration, PlannedObject planned)
            throws OperationFailure {
        if (!planned.replacePaths().isEmpty()) {
            String attributes =
                    planned.replacePaths().stream().map(ValuePath::toString).collect(Collectors.joining(", "));
            throw new OperationFailure(Diagnostic.error(
                            declaration.address() + " would have to be replaced",
                            "The plan is to update it, but now that all values are known, a change of " + attributes
                                    + " needs a new object.")
                    .at(declaration.address())
                    .at(declaration.range())
                    .withHint("Plan and apply again."));
        }
    }

    /** A provider whose configuration became known may point elsewhere; the plan did not promise a new object. */
    private void refuseElsewhere(ResourceDeclaration declaration, StateObject prior, Access access)
            throws OperationFailure {
        if (context.providers().isElsewhere(prior.provider(), access)) {
            throw new OperationFailure(Diagnostic.error(
                            declaration.address() + " would have to be replaced",
                            "The plan is to update it, but now that all values are known, provider \""
                                    + declaration.provider() + "\" points elsewhere than where it is.")
                    .at(declaration.address())
                    .at(declaration.range())
                    .withHint("Plan and apply again."));
        }
    }

    private static List<StateChange> leftBy(
            ProviderException failure,
            ResourceDeclaration declaration,
            ResourceType type,
            PlannedObject planned,
            StateObject template) {
        if (failure.object().isEmpty()) {
            return List.of();
        }
        ObjectState left = failure.object().get();
        ReturnedObject returned = ReturnedObject.of(declaration, type, left.attributes(), planned.attributes());
        StateObject object = template.withAttributes(returned.attributes(), left.privateData());
        return List.of(new StateChange.PutCurrent(declaration.address(), object));
    }
}
