package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.Waiter;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;

/** The calls that make a role what is planned. */
final class RoleChange {
    private final IamClient iam;
    private final Waiter waiter;
    private final String name;
    private final DesiredAttributes prior;
    private final DesiredAttributes planned;

    RoleChange(AwsSession session, String name, DesiredAttributes prior, DesiredAttributes planned) {
        this.iam = Iam.client(session);
        this.waiter = session.waiter(IdempotentCreate.PROPAGATION);
        this.name = name;
        this.prior = prior;
        this.planned = planned;
    }

    void make() throws ProviderException {
        if (planned.differs("assume_role_policy", prior)) {
            String policy = planned.required("assume_role_policy");
            waiter.whileRefused(
                    Iam.notYetTrusted(policy),
                    () -> iam.updateAssumeRolePolicy(call -> call.roleName(name).policyDocument(policy)));
        }
        if (planned.differs("description", prior) || planned.differs("max_session_duration", prior)) {
            String description = planned.text("description");
            call(() -> iam.updateRole(call -> call.roleName(name)
                    .description(description == null ? "" : description)
                    .maxSessionDuration(planned.number("max_session_duration"))));
        }
        if (planned.differs("permissions_boundary", prior)) {
            limit(planned.text("permissions_boundary"));
        }
        tag(Tags.Change.between(prior.attributes(), planned.attributes()));
    }

    private void limit(@Nullable String boundary) throws ProviderException {
        if (boundary == null) {
            call(() -> iam.deleteRolePermissionsBoundary(call -> call.roleName(name)));
        } else {
            call(() ->
                    iam.putRolePermissionsBoundary(call -> call.roleName(name).permissionsBoundary(boundary)));
        }
    }

    private void tag(Tags.Change change) throws ProviderException {
        if (!change.removed().isEmpty()) {
            call(() -> iam.untagRole(call -> call.roleName(name).tagKeys(change.removed())));
        }
        if (!change.set().isEmpty()) {
            call(() -> iam.tagRole(call -> call.roleName(name).tags(Iam.tags(change.set()))));
        }
    }

    private void call(Supplier<?> call) throws ProviderException {
        waiter.whileRefused(Set.of("ConcurrentModification"), call::get);
    }
}
