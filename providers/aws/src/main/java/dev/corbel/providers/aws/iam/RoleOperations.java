package dev.corbel.providers.aws.iam;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.NamedOperations;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.naming.Naming;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Role;

/** The calls of {@code aws_iam_role}. */
final class RoleOperations extends NamedOperations<Role> {

    RoleOperations() {
        super(new Naming("role", "name", IamRoleResource.MAX_NAME_LENGTH, Set.of("EntityAlreadyExists")));
    }

    @Override
    protected RoleReader reader(AwsSession session) {
        return new RoleReader(session);
    }

    @Override
    protected Set<String> notYet(DesiredAttributes desired) {
        return Iam.notYetTrusted(desired.required("assume_role_policy"));
    }

    @Override
    protected Role call(
            AwsSession session,
            String name,
            DesiredAttributes desired,
            Map<String, String> tags,
            AwsRequestOverrideConfiguration once) {
        return Iam.client(session)
                .createRole(call -> call.roleName(name)
                        .path(desired.text("path"))
                        .assumeRolePolicyDocument(desired.required("assume_role_policy"))
                        .description(desired.text("description"))
                        .maxSessionDuration(desired.number("max_session_duration"))
                        .permissionsBoundary(desired.text("permissions_boundary"))
                        .tags(Iam.tags(tags))
                        .overrideConfiguration(once))
                .role();
    }

    /** What was left by an interrupted creation is whole: there is only one call. */
    @Override
    protected ObjectState finish(AwsSession session, Role role, CreateRequest request) throws ProviderException {
        RoleReader reader = reader(session);
        ObjectState beginning = reader.show(role, Tags.of(request.planned(), request.token()), request.planned());
        return new PartialResult(SdkFailures.SDK, beginning).then(() -> {
            Role found = session.waiter(IdempotentCreate.PROPAGATION)
                    .untilPresent("the role " + role.roleName(), () -> reader.find(role.roleName()));
            return reader.show(found, request.planned());
        });
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        String name = name(request.prior().attributes());
        new RoleChange(
                        session,
                        name,
                        new DesiredAttributes(request.prior().attributes()),
                        new DesiredAttributes(request.planned()))
                .make();
        RoleReader reader = reader(session);
        return Iam.settled(session, "role " + name, request.planned(), () -> reader.find(name)
                .map(role -> reader.show(role, request.planned())));
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        String name = prior.required("name");
        IamClient iam = Iam.client(session);
        if (prior.isTrue("force_detach_policies")) {
            Iam.unlessMissing(() -> new RolePolicies(iam, name).takeAll());
        }
        try {
            session.waiter(IdempotentCreate.READ_LAG)
                    .whileRefused(
                            Iam.STILL_USED, () -> Iam.unlessMissing(() -> iam.deleteRole(call -> call.roleName(name))));
        } catch (ProviderException failure) {
            throw failure.getCause() != null
                            && ErrorClass.code(failure.getCause()).equals("DeleteConflict")
                    ? stillUsed(name).because(failure)
                    : failure;
        }
    }

    private static ProviderException stillUsed(String name) {
        return new ProviderException(Diagnostic.error(
                        "The role \"" + name + "\" still has policies or instance profiles",
                        "IAM deletes a role only after all policies and instance profiles were taken from it."
                                + " Corbel takes away those that it manages; somebody added more.")
                .withHint("Take them away; or apply force_detach_policies = true first, which then takes all policies"
                        + " away."));
    }

    @Override
    public Set<String> listDefaults(AwsSession session, List<String> ids) {
        return ServiceRoles.among(ids);
    }

    @Override
    public List<String> list(AwsSession session) {
        return reader(session).names();
    }
}
