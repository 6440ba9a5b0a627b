package dev.corbel.providers.aws.iam;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.naming.Naming;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.iam.model.Policy;

/** Creates a policy, or finds the one that an interrupted creation left. IAM knows it by an ARN that the name decides. */
final class PolicyCreation {
    private static final Naming NAMING =
            new Naming("policy", "name", IamPolicyResource.MAX_NAME_LENGTH, Set.of("EntityAlreadyExists"));

    private final AwsSession session;
    private final CreateRequest request;
    private final DesiredAttributes planned;
    private final PolicyReader reader;
    private final Map<String, String> tags;

    PolicyCreation(AwsSession session, CreateRequest request) {
        this.session = session;
        this.request = request;
        this.planned = new DesiredAttributes(request.planned());
        this.reader = new PolicyReader(session);
        this.tags = Tags.of(request.planned(), request.token());
    }

    private String arn() {
        return "arn:" + session.partition() + ":iam::" + session.identity().account() + ":policy"
                + planned.required("path") + NAMING.of(request);
    }

    ObjectState create() throws ProviderException {
        try {
            return finish(IdempotentCreate.create(session, Set.of("ConcurrentModification"), this::call, this::ours));
        } catch (ProviderException failure) {
            if (failure.getCause() == null || !NAMING.taken().contains(ErrorClass.code(failure.getCause()))) {
                throw failure;
            }
            return finish(
                    ours().orElseThrow(() -> NAMING.refusal(request, arn()).because(failure)));
        }
    }

    private Policy call(AwsRequestOverrideConfiguration once) {
        return Iam.client(session)
                .createPolicy(call -> call.policyName(NAMING.of(request))
                        .path(planned.text("path"))
                        .description(planned.text("description"))
                        .policyDocument(planned.required("policy"))
                        .tags(Iam.tags(tags))
                        .overrideConfiguration(once))
                .policy();
    }

    private Optional<Policy> ours() {
        return reader.find(arn()).filter(this::isOurs);
    }

    private boolean isOurs(Policy policy) {
        return request.token().equals(Iam.map(policy.tags()).get(Tags.OPERATION));
    }

    Optional<ObjectState> recover() throws ProviderException {
        Optional<Policy> found = session.waiter(IdempotentCreate.READ_LAG).poll(() -> reader.find(arn()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!isOurs(found.get())) {
            throw NAMING.refusal(request, arn());
        }
        return Optional.of(finish(found.get()));
    }

    private ObjectState finish(Policy policy) throws ProviderException {
        ObjectState beginning = reader.show(policy, tags, planned.required("policy"), request.planned());
        return new PartialResult(SdkFailures.SDK, beginning).then(() -> session.waiter(IdempotentCreate.PROPAGATION)
                .untilPresent("the policy " + policy.policyName(), () -> reader.read(policy.arn(), request.planned())));
    }
}
