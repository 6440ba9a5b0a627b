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
import dev.corbel.providers.aws.fact.PolicyDanger;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.aws.resource.PolicyText;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.JsonText;
import dev.corbel.providers.kit.naming.GeneratedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.RoleDetail;

/** The calls of {@code aws_iam_role_policy}. Setting twice is setting once, so nothing needs recovery. */
final class RolePolicyOperations implements Operations {

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        return RoleParts.read(
                session, requests, RolePolicyOperations::listed, prior -> find(session, id(prior), prior));
    }

    private static RolePolicyId id(MapValue attributes) {
        DesiredAttributes known = new DesiredAttributes(attributes);
        return new RolePolicyId(known.required("role"), known.required("name"));
    }

    private static Optional<ObjectState> listed(List<RoleDetail> details, MapValue known) {
        RolePolicyId id = id(known);
        return RoleParts.of(details, id.role())
                .flatMap(detail -> detail.rolePolicyList().stream())
                .filter(policy -> policy.policyName().equals(id.name()))
                .findFirst()
                .map(PolicyDetail::policyDocument)
                .map(document -> show(id, document, known));
    }

    private static Optional<ObjectState> find(AwsSession session, RolePolicyId id, MapValue known) {
        IamClient iam = Iam.client(session);
        return Iam.unlessMissing(() ->
                        iam.getRolePolicy(request -> request.roleName(id.role()).policyName(id.name())))
                .map(answer -> show(id, answer.policyDocument(), known));
    }

    private static ObjectState show(RolePolicyId id, String document, MapValue known) {
        return new Attributes(IamRolePolicyResource.SCHEMA)
                .from(known)
                .text("id", id.text())
                .text("role", id.role())
                .text("name", id.name())
                .text(
                        "policy",
                        JsonText.shown(
                                new DesiredAttributes(known).text("policy"), Iam.document(document), PolicyText::same))
                .object();
    }

    @Override
    public List<Attached> listAttached(AwsSession session, List<Parent> roles) {
        return AttachedPolicies.of(
                session,
                roles,
                detail -> detail.rolePolicyList().stream()
                        .map(policy -> attached(
                                new RolePolicyId(detail.roleName(), policy.policyName()), policy.policyDocument()))
                        .toList(),
                policies -> policies.inline().stream()
                        .map(name -> attached(
                                new RolePolicyId(policies.role(), name),
                                policies.iam()
                                        .getRolePolicy(call ->
                                                call.roleName(policies.role()).policyName(name))
                                        .policyDocument()))
                        .toList());
    }

    private static AttachedObject attached(RolePolicyId id, String document) {
        String policy = Iam.document(document);
        return new AttachedObject(
                IamRolePolicyResource.NAME,
                id.text(),
                show(id, document, MapValue.EMPTY).attributes(),
                PolicyDanger.of(policy));
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        String name = planned.text("name");
        return set(
                session,
                new RolePolicyId(
                        planned.required("role"),
                        name == null
                                ? GeneratedName.of(request, "name_prefix", IamRolePolicyResource.MAX_NAME_LENGTH)
                                : name),
                request.planned());
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) {
        return Optional.empty();
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        return set(session, id(request.prior().attributes()), request.planned());
    }

    private static ObjectState set(AwsSession session, RolePolicyId id, MapValue planned) throws ProviderException {
        IamClient iam = Iam.client(session);
        session.waiter(IdempotentCreate.READ_LAG)
                .whileRefused(
                        Iam.NOT_YET,
                        () -> iam.putRolePolicy(call -> call.roleName(id.role())
                                .policyName(id.name())
                                .policyDocument(new DesiredAttributes(planned).required("policy"))));
        return Iam.settled(session, "policy " + id.text(), planned, () -> find(session, id, planned));
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) {
        RolePolicyId id = id(request.prior().attributes());
        IamClient iam = Iam.client(session);
        Iam.unlessMissing(
                () -> iam.deleteRolePolicy(call -> call.roleName(id.role()).policyName(id.name())));
    }

    @Override
    public Set<String> listDefaults(AwsSession session, List<String> ids) {
        return ServiceRoles.among(ids);
    }

    @Override
    public List<String> list(AwsSession session) {
        return RoleParts.list(
                session,
                detail -> detail.rolePolicyList().stream()
                        .map(policy -> new RolePolicyId(detail.roleName(), policy.policyName()).text()),
                policies -> policies.inline().stream().map(name -> new RolePolicyId(policies.role(), name).text()));
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String text) {
        return RolePolicyId.parse(text).flatMap(id -> find(session, id, MapValue.EMPTY));
    }
}
