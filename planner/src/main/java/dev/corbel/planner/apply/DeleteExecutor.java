package dev.corbel.planner.apply;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.apply.RunProviders.Access;
import dev.corbel.planner.object.ProviderView;
import dev.corbel.planner.object.StoredAttributes;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Deletes the current object of an address, or a deposed one. A failure keeps it. */
final class DeleteExecutor implements OperationExecutor {
    private final ExecutionContext context;

    DeleteExecutor(ExecutionContext context) {
        this.context = context;
    }

    @Override
    public Outcome run(Operation operation) throws OperationFailure {
        Address address = operation.address().orElseThrow();
        Optional<StateObject> existing = context.objects().get(address, operation.deposedKey());
        if (existing.isEmpty()) {
            return Outcome.UNNEEDED;
        }
        StateObject object = existing.get();
        Optional<ResourceDeclaration> declaration = context.declarations().resource(address);
        Optional<SourceRange> range = declaration.map(ResourceDeclaration::range);
        ResourceType type = context.type(address.last().type());
        Access access = context.providers().of(object.provider());
        StateChange removal = operation.deposedKey().isPresent()
                ? new StateChange.RemoveDeposed(address, operation.deposedKey().get())
                : new StateChange.RemoveCurrent(address);
        if (context.wholes().takeAlong(type, object)) {
            context.recorder().note(List.of(removal));
            return Outcome.DONE;
        }
        if (context.freshness().isGone(address, object, type, access, range)) {
            // Somebody else did what the plan is for.
            context.recorder().note(List.of(removal));
            return Outcome.DONE;
        }
        ObjectCall call = new ObjectCall(
                context,
                Intent.Action.DELETE,
                address,
                type,
                access,
                object.attributes(),
                MapValue.EMPTY,
                Optional.empty(),
                operation.deposedKey());
        Optional<Duration> timeout = declaration.isPresent()
                ? ExecutionContext.timeout(declaration.get(), type, "delete")
                : Optional.ofNullable(type.timeouts().get("delete"));
        ResourceType.DeleteRequest request =
                new ResourceType.DeleteRequest(address, ProviderView.of(object), call.token(), timeout);
        try {
            call.run(QuotedSecrets.of(object.attributes()), () -> {
                type.delete(access.session(), request);
                return "";
            });
        } catch (ProviderException failure) {
            call.fail(failure, leftBy(failure, operation, type, object));
            throw ProviderFailures.of(failure, address, range);
        }
        call.finish(List.of(removal));
        return Outcome.DONE;
    }

    private static List<StateChange> leftBy(
            ProviderException failure, Operation operation, ResourceType type, StateObject object) {
        if (failure.object().isEmpty()) {
            return List.of();
        }
        ObjectState left = failure.object().get();
        Address address = operation.address().orElseThrow();
        try {
            MapValue attributes = StoredAttributes.of(type.schema(), left.attributes(), object.attributes());
            StateObject changed = object.withAttributes(attributes, left.privateData());
            return List.of(
                    operation.deposedKey().isPresent()
                            ? new StateChange.PutDeposed(
                                    address, operation.deposedKey().get(), changed)
                            : new StateChange.PutCurrent(address, changed));
        } catch (StoredAttributes.UnfitException unfit) {
            // What was there before leads to the object at least as well.
            return List.of();
        }
    }
}
