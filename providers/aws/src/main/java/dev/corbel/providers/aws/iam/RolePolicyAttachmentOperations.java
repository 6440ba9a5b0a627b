package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.Attached;
import dev.corbel.providers.api.ReadableType.AttachedObject;
import dev.corbel.providers.api.ReadableType.Parent;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.RoleDetail;

/** The calls of {@code aws_iam_role_policy_attachment}. Attaching twice is attaching once, so nothing needs recovery. */
final class RolePolicyAttachmentOperations implements Operations {

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        return RoleParts.read(
                session, requests, RolePolicyAttachmentOperations::listed, prior -> find(session, id(prior)));
    }

    private static AttachmentId id(MapValue attributes) {
        DesiredAttributes known = new DesiredAttributes(attributes);
        return new AttachmentId(known.required("role"), known.required("policy_arn"));
    }

    private static Optional<ObjectState> listed(List<RoleDetail> details, MapValue known) {
        AttachmentId id = id(known);
        return RoleParts.of(details, id.role())
                .flatMap(detail -> detail.attachedManagedPolicies().stream())
                .filter(policy -> policy.policyArn().equals(id.policy()))
                .findFirst()
                .map(policy -> show(id));
    }

    private static Optional<ObjectState> find(AwsSession session, AttachmentId id) {
        return Iam.unlessMissing(() -> new RolePolicies(Iam.client(session), id.role()).attached())
                .filter(policies -> policies.contains(id.policy()))
                .map(policies -> show(id));
    }

    private static ObjectState show(AttachmentId id) {
        return new Attributes(IamRolePolicyAttachmentResource.SCHEMA)
                .text("id", id.text())
                .text("role", id.role())
                .text("policy_arn", id.policy())
                .object();
    }

    @Override
    public List<Attached> listAttached(AwsSession session, List<Parent> roles) {
        return AttachedPolicies.of(
                session,
                roles,
                detail -> detail.attachedManagedPolicies().stream()
                        .map(policy -> attached(new AttachmentId(detail.roleName(), policy.policyArn())))
                        .toList(),
                policies -> policies.attached().stream()
                        .map(policy -> attached(new AttachmentId(policies.role(), policy)))
                        .toList());
    }

    private static AttachedObject attached(AttachmentId id) {
        Optional<String> danger =
                Optional.of(AdministratorPolicies.DANGER).filter(words -> AdministratorPolicies.contain(id.policy()));
        return new AttachedObject(IamRolePolicyAttachmentResource.NAME, id.importText(), show(id).attributes(), danger);
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        return attach(session, request.planned());
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) {
        return Optional.empty();
    }

    /** There is nothing to change; an attachment that is gone is made again. */
    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        return attach(session, request.planned());
    }

    private static ObjectState attach(AwsSession session, MapValue planned) throws ProviderException {
        AttachmentId id = id(planned);
        IamClient iam = Iam.client(session);
        session.waiter(IdempotentCreate.READ_LAG)
                .whileRefused(
                        Iam.NOT_YET,
                        () -> iam.attachRolePolicy(
                                call -> call.roleName(id.role()).policyArn(id.policy())));
        return Iam.settled(session, "attachment " + id.text(), planned, () -> find(session, id));
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) {
        AttachmentId id = id(request.prior().attributes());
        IamClient iam = Iam.client(session);
        Iam.unlessMissing(
                () -> iam.detachRolePolicy(call -> call.roleName(id.role()).policyArn(id.policy())));
    }

    @Override
    public Set<String> listDefaults(AwsSession session, List<String> ids) {
        return ServiceRoles.among(ids);
    }

    @Override
    public List<String> list(AwsSession session) {
        return RoleParts.list(
                session,
                detail -> detail.attachedManagedPolicies().stream()
                        .map(policy -> new AttachmentId(detail.roleName(), policy.policyArn()).importText()),
                policies -> policies.attached().stream()
                        .map(policy -> new AttachmentId(policies.role(), policy).importText()));
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String text) {
        return AttachmentId.parse(text).flatMap(id -> find(session, id));
    }
}
