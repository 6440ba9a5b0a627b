package dev.corbel.providers.aws.iam;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;

/** The calls of {@code aws_iam_policy}. */
final class PolicyOperations implements Operations {

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        PolicyReader reader = new PolicyReader(session);
        return session.batch()
                .readEach(
                        requests,
                        request -> reader.read(
                                new DesiredAttributes(request.prior().attributes()).required("arn"),
                                request.prior().attributes()));
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        return new PolicyCreation(session, request).create();
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        return new PolicyCreation(session, request).recover();
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        String arn = prior.required("arn");
        IamClient iam = Iam.client(session);
        if (planned.differs("policy", prior)) {
            new PolicyVersions(session, arn).add(planned.required("policy"));
        }
        Tags.Change change = Tags.Change.between(prior.attributes(), planned.attributes());
        if (!change.removed().isEmpty()) {
            iam.untagPolicy(call -> call.policyArn(arn).tagKeys(change.removed()));
        }
        if (!change.set().isEmpty()) {
            iam.tagPolicy(call -> call.policyArn(arn).tags(Iam.tags(change.set())));
        }
        PolicyReader reader = new PolicyReader(session);
        return Iam.settled(session, "policy " + arn, request.planned(), () -> reader.read(arn, request.planned())
                .map(object -> withCount(object, request.planned())));
    }

    /** Others may attach the policy meanwhile; the next read tells. */
    private static ObjectState withCount(ObjectState object, MapValue planned) {
        Value count = planned.get("attachment_count");
        return count.isUnknown()
                ? object
                : new ObjectState(object.attributes().with("attachment_count", count), object.privateData());
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        String arn = prior.required("arn");
        IamClient iam = Iam.client(session);
        Iam.unlessMissing(() -> {
            new PolicyVersions(session, arn).deleteOld();
            return arn;
        });
        try {
            session.waiter(IdempotentCreate.READ_LAG)
                    .whileRefused(
                            Iam.STILL_USED,
                            () -> Iam.unlessMissing(() -> iam.deletePolicy(call -> call.policyArn(arn))));
        } catch (ProviderException failure) {
            throw failure.getCause() != null
                            && ErrorClass.code(failure.getCause()).equals("DeleteConflict")
                    ? stillUsed(prior.required("name")).because(failure)
                    : failure;
        }
    }

    private static ProviderException stillUsed(String name) {
        return new ProviderException(Diagnostic.error(
                        "The policy \"" + name + "\" is still attached",
                        "IAM deletes a policy only after it was taken from all roles, users and groups.")
                .withHint("Take it away where Corbel does not manage the attachment."));
    }

    /** Those of this account; those of AWS are nobody's to manage. */
    @Override
    public List<String> list(AwsSession session) {
        return Iam.client(session)
                .listPoliciesPaginator(
                        request -> request.scope(PolicyScopeType.LOCAL).maxItems(IamRoleResource.BATCH))
                .policies()
                .stream()
                .map(Policy::arn)
                .toList();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        return id.startsWith("arn:") ? new PolicyReader(session).read(id, MapValue.EMPTY) : Optional.empty();
    }
}
