package dev.corbel.providers.aws.autoscaling;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.ErrorMatch;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Propagation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;

/** The calls of {@code aws_appautoscaling_target}. Registering twice is registering once. */
final class ScalableTargetOperations implements Operations {
    /** What is scaled has just been created, or the role that scales it. */
    private static final Predicate<RuntimeException> NOT_YET = new ErrorMatch("ValidationException", "doesn't exist")
            .or(new ErrorMatch("ValidationException", "does not exist"))
            .or(new ErrorMatch("ValidationException", "unable to assume"))
            .or(new ErrorMatch("ConcurrentUpdateException", ""));

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        ScalableTargetReader reader = new ScalableTargetReader(session);
        return session.batch()
                .read(
                        requests,
                        ScalableTargetReader.MAX_PER_CALL,
                        request -> TargetId.of(request.prior().attributes()),
                        reader::list,
                        reader::find,
                        (found, request) -> reader.show(found, request.prior().attributes()));
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        TargetId id = TargetId.of(request.planned());
        ScalableTargetReader reader = new ScalableTargetReader(session);
        Optional<ScalableTargetReader.Found> there = reader.find(id);
        Map<String, String> tags = Tags.of(request.planned());
        register(session, id, request.planned(), there.isPresent() ? Map.of() : tags);
        ScalableTargetReader.Found found = session.waiter(IdempotentCreate.PROPAGATION)
                .untilPresent("the scalable target " + id.text() + " to show", () -> reader.find(id));
        return new PartialResult(SdkFailures.SDK, reader.show(found, request.planned())).then(() -> {
            changeTags(
                    session,
                    found.target().scalableTargetARN(),
                    Tags.Change.between(reader.show(found, MapValue.EMPTY).attributes(), request.planned()));
            return settled(session, id, request.planned());
        });
    }

    private static void register(AwsSession session, TargetId id, MapValue planned, Map<String, String> tags)
            throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(planned);
        DesiredAttributes suspended = desired.block("suspended_state");
        ApplicationAutoScalingClient scaling = AutoScaling.client(session);
        session.waiter(IdempotentCreate.PROPAGATION)
                .whileRefused(
                        NOT_YET,
                        () -> scaling.registerScalableTarget(call -> call.serviceNamespace(id.namespace())
                                .resourceId(id.resource())
                                .scalableDimension(id.dimension())
                                .minCapacity(desired.number("min_capacity"))
                                .maxCapacity(desired.number("max_capacity"))
                                .roleARN(desired.text("role_arn"))
                                .suspendedState(state -> state.dynamicScalingInSuspended(
                                                suspended.isTrue("dynamic_scaling_in_suspended"))
                                        .dynamicScalingOutSuspended(suspended.isTrue("dynamic_scaling_out_suspended"))
                                        .scheduledScalingSuspended(suspended.isTrue("scheduled_scaling_suspended")))
                                .tags(tags.isEmpty() ? null : tags)));
    }

    private static void changeTags(AwsSession session, String arn, Tags.Change change) {
        ApplicationAutoScalingClient scaling = AutoScaling.client(session);
        if (!change.removed().isEmpty()) {
            scaling.untagResource(call -> call.resourceARN(arn).tagKeys(change.removed()));
        }
        if (!change.set().isEmpty()) {
            scaling.tagResource(call -> call.resourceARN(arn).tags(change.set()));
        }
    }

    private static ObjectState settled(AwsSession session, TargetId id, MapValue planned) throws ProviderException {
        ScalableTargetReader reader = new ScalableTargetReader(session);
        return Propagation.read(
                session.waiter(IdempotentCreate.READ_LAG), "scalable target " + id.text(), planned, () -> reader.find(
                                id)
                        .map(found -> reader.show(found, planned)));
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) {
        return Optional.empty();
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        TargetId id = TargetId.of(request.planned());
        MapValue prior = request.prior().attributes();
        // The call would register a new target where somebody has taken this one away.
        if (new ScalableTargetReader(session).find(id).isEmpty()) {
            throw NotFound.exception("scalable target " + id.text());
        }
        register(session, id, request.planned(), Map.of());
        Tags.Change change = Tags.Change.between(prior, request.planned());
        if (!change.isEmpty()) {
            changeTags(session, new DesiredAttributes(prior).required("arn"), change);
        }
        return settled(session, id, request.planned());
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        TargetId id = TargetId.of(request.prior().attributes());
        ApplicationAutoScalingClient scaling = AutoScaling.client(session);
        if (new ScalableTargetReader(session).find(id).isPresent()) {
            session.waiter(IdempotentCreate.PROPAGATION)
                    .whileRefused(
                            new ErrorMatch("ConcurrentUpdateException", ""),
                            () -> AutoScaling.<Object>orIfGone(
                                    () -> scaling.deregisterScalableTarget(call -> call.serviceNamespace(id.namespace())
                                            .resourceId(id.resource())
                                            .scalableDimension(id.dimension())),
                                    id));
        }
    }

    @Override
    public List<String> list(AwsSession session) {
        return new ScalableTargetReader(session)
                .ids().stream().map(TargetId::text).toList();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        ScalableTargetReader reader = new ScalableTargetReader(session);
        return TargetId.parse(id).flatMap(reader::find).map(found -> reader.show(found, MapValue.EMPTY));
    }
}
