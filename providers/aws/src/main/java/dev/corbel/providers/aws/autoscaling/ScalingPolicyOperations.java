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
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.Propagation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;

/** The calls of {@code aws_appautoscaling_policy}. Putting twice is putting once. */
final class ScalingPolicyOperations implements Operations {
    /** The codes that pass: the target has just been registered, or another change of it is under way. */
    private static final Set<String> NOT_YET =
            Set.of("ConcurrentUpdateException", "FailedResourceAccessException", "ObjectNotFoundException");

    private static final Set<String> BUSY = Set.of("ConcurrentUpdateException", "FailedResourceAccessException");

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        ScalingPolicyReader reader = new ScalingPolicyReader(session);
        return session.batch()
                .read(
                        requests,
                        ScalingPolicyReader.MAX_PER_CALL,
                        request -> ScalingPolicyId.of(request.prior().attributes()),
                        reader::list,
                        reader::find,
                        (policy, request) -> reader.show(policy, request.prior().attributes()));
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        return put(session, request.planned());
    }

    private static ObjectState put(AwsSession session, MapValue planned) throws ProviderException {
        ScalingPolicyId id = ScalingPolicyId.of(planned);
        ScalingPolicyReader reader = new ScalingPolicyReader(session);
        session.waiter(IdempotentCreate.PROPAGATION).whileRefused(NOT_YET, () -> AutoScaling.client(session)
                .putScalingPolicy(ScalingPolicyCalls.put(planned)));
        return Propagation.read(
                session.waiter(IdempotentCreate.READ_LAG), "scaling policy " + id.text(), planned, () -> reader.find(id)
                        .map(policy -> reader.show(policy, planned)));
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) {
        return Optional.empty();
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        ScalingPolicyId id = ScalingPolicyId.of(request.planned());
        // The call would make a new policy where somebody has deleted this one.
        if (new ScalingPolicyReader(session).find(id).isEmpty()) {
            throw NotFound.exception("scaling policy " + id.text());
        }
        return put(session, request.planned());
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        ScalingPolicyId id = ScalingPolicyId.of(request.prior().attributes());
        ApplicationAutoScalingClient scaling = AutoScaling.client(session);
        if (new ScalingPolicyReader(session).find(id).isPresent()) {
            session.waiter(IdempotentCreate.PROPAGATION)
                    .whileRefused(
                            BUSY,
                            () -> AutoScaling.<Object>orIfGone(
                                    () -> scaling.deleteScalingPolicy(call -> call.policyName(id.name())
                                            .serviceNamespace(id.target().namespace())
                                            .resourceId(id.target().resource())
                                            .scalableDimension(id.target().dimension())),
                                    id));
        }
    }

    @Override
    public List<String> list(AwsSession session) {
        return new ScalingPolicyReader(session)
                .ids().stream().map(ScalingPolicyId::text).toList();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        ScalingPolicyReader reader = new ScalingPolicyReader(session);
        return ScalingPolicyId.parse(id).flatMap(reader::find).map(policy -> reader.show(policy, MapValue.EMPTY));
    }
}
