package dev.corbel.planner.apply;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.apply.RunProviders.Access;
import dev.corbel.planner.object.IntentRedaction;
import dev.corbel.planner.object.PlannedObject;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a new object. Under create-first the old one is deposed before; it is the current one again where the creation
 * fails without an object. A failure with an object leaves that one, tainted.
 */
final class CreateExecutor implements OperationExecutor {
    private final ExecutionContext context;
    private final NameHolders names;
    private final StandingObject standing;

    CreateExecutor(ExecutionContext context) {
        this.context = context;
        this.names = new NameHolders(context);
        this.standing = new StandingObject(context);
    }

    @Override
    public Outcome run(Operation operation) throws OperationFailure {
        ResourceDeclaration declaration = context.resource(operation);
        Address address = declaration.address();
        context.conditions()
                .require(address, "Precondition", declaration.lifecycle().preconditions());
        ResourceType type = context.type(declaration.type());
        Access access = context.providers().declared(declaration.provider());
        ResourceChange change = context.change(operation);
        PlannedObject promised = ApplyTimePlan.of(
                declaration, type, change, context.secrets().scope(change), Value.ofNull(), access.configuration());
        Optional<Outcome> stays = standing.look(operation, declaration);
        if (stays.isPresent()) {
            return stays.get();
        }
        PlannedObject planned = context.secrets().filled(declaration, type, change, promised, true);
        StateObject template = template(declaration, change, type, access);
        ObjectCall call = new ObjectCall(
                context,
                Intent.Action.CREATE,
                address,
                type,
                access,
                planned.attributes(),
                IntentRedaction.announced(type.schema(), planned),
                Optional.of(template),
                operation.deposedKey());
        ResourceType.CreateRequest request = new ResourceType.CreateRequest(
                address, planned.request(), call.token(), ExecutionContext.timeout(declaration, type, "create"));
        QuotedSecrets secrets = QuotedSecrets.of(planned.configuration(), planned.attributes());
        type.note(planned.request())
                .map(note -> secrets.hide(Diagnostic.warning(note, "")).summary())
                .ifPresent(note -> context.progress().note(operation, note));
        ObjectState created;
        try {
            created = call.run(secrets, () -> type.create(access.session(), request));
        } catch (ProviderException failure) {
            call.fail(failure, leftBy(failure, operation, declaration, type, planned, template));
            Optional<String> advice = failure.object().isPresent()
                    ? Optional.empty()
                    : names.advice(address, declaration.provider(), type, planned.attributes());
            throw ProviderFailures.of(failure, advice, address, Optional.of(declaration.range()));
        }
        ReturnedObject returned =
                ReturnedObject.promised(declaration, type, created.attributes(), planned.attributes());
        StateObject object = template.withAttributes(returned.attributes(), created.privateData());
        call.finish(List.of(new StateChange.PutCurrent(address, object.withTainted(!returned.fits()))));
        ExecutionContext.throwIfAny(returned.problems());
        context.conditions()
                .require(address, "Postcondition", declaration.lifecycle().postconditions());
        return Outcome.DONE;
    }

    private StateObject template(
            ResourceDeclaration declaration, ResourceChange change, ResourceType type, Access access) {
        return new StateObject(
                access.stored(),
                type.schema().version(),
                MapValue.EMPTY,
                "",
                change.dependencies(),
                change.createBeforeDestroy(),
                declaration.lifecycle().preventingLine(Optional.empty()),
                false,
                context.generation(change.address()));
    }

    private static List<StateChange> leftBy(
            ProviderException failure,
            Operation operation,
            ResourceDeclaration declaration,
            ResourceType type,
            PlannedObject planned,
            StateObject template) {
        Address address = declaration.address();
        List<StateChange> changes = new ArrayList<>();
        if (failure.object().isPresent()) {
            ObjectState partial = failure.object().get();
            ReturnedObject returned = ReturnedObject.of(declaration, type, partial.attributes(), planned.attributes());
            StateObject object = template.withAttributes(returned.attributes(), partial.privateData());
            changes.add(new StateChange.PutCurrent(address, object.withTainted(!failure.isSound())));
        } else {
            operation.deposedKey().ifPresent(key -> changes.add(new StateChange.Restore(address, key)));
        }
        return changes;
    }
}
