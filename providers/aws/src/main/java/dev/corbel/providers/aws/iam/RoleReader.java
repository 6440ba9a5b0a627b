package dev.corbel.providers.aws.iam;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.NamedReader;
import dev.corbel.providers.aws.resource.PolicyText;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleDetail;

/**
 * Reads roles. No single list of IAM has all of a role: one lacks tags and boundary, the other description and length of
 * sessions. Both together, page by page, have all of all roles.
 */
final class RoleReader implements NamedReader<Role> {
    private static final String OF_SERVICES = "/aws-service-role/";

    private final AwsSession session;
    private final IamClient iam;

    RoleReader(AwsSession session) {
        this.session = session;
        this.iam = Iam.client(session);
    }

    /** The names of the roles that are not services' own. */
    List<String> names() {
        return iam.listRolesPaginator(request -> request.maxItems(IamRoleResource.BATCH)).roles().stream()
                .filter(role -> !role.path().startsWith(OF_SERVICES))
                .map(Role::roleName)
                .toList();
    }

    /** Inline policies, attachments, tags and boundaries of all roles; empty where the caller may not see that. */
    Optional<List<RoleDetail>> details() {
        try {
            return Optional.of(iam
                    .getAccountAuthorizationDetailsPaginator(
                            request -> request.filter(EntityType.ROLE).maxItems(IamRoleResource.BATCH))
                    .stream()
                    .flatMap(page -> page.roleDetailList().stream())
                    .toList());
        } catch (IamException failure) {
            if (ErrorClass.of(failure) == ErrorClass.ACCESS_DENIED) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** The tags of one role; none where it is gone. */
    Map<String, String> tagsOf(String name) {
        return Iam.unlessMissing(() -> Iam.map(
                        iam.listRoleTags(request -> request.roleName(name)).tags()))
                .orElse(Map.of());
    }

    @Override
    public Map<String, Role> all() {
        Map<String, Role> all = new LinkedHashMap<>();
        details().ifPresent(details -> {
            Map<String, RoleDetail> byName = new LinkedHashMap<>();
            details.forEach(detail -> byName.put(detail.roleName(), detail));
            for (Role role : iam.listRolesPaginator(request -> request.maxItems(IamRoleResource.BATCH))
                    .roles()) {
                RoleDetail detail = byName.get(role.roleName());
                if (detail != null) {
                    all.put(role.roleName(), together(role, detail));
                }
            }
        });
        return all;
    }

    private static Role together(Role role, RoleDetail detail) {
        return role.toBuilder()
                .assumeRolePolicyDocument(detail.assumeRolePolicyDocument())
                .permissionsBoundary(detail.permissionsBoundary())
                .tags(detail.tags())
                .build();
    }

    @Override
    public Optional<Role> find(String name) {
        return Iam.unlessMissing(() -> iam.getRole(request -> request.roleName(name)))
                .map(GetRoleResponse::role);
    }

    @Override
    public Map<String, String> tags(Role role) {
        return Iam.map(role.tags());
    }

    @Override
    public ObjectState show(Role role, Map<String, String> tags, MapValue known) {
        DesiredAttributes before = new DesiredAttributes(known);
        Attributes attributes = new Attributes(IamRoleResource.SCHEMA)
                .from(known)
                .text("id", role.roleName())
                .text("name", role.roleName())
                .text("path", role.path())
                .text("arn", role.arn())
                .text("unique_id", role.roleId())
                .text("create_date", Iam.time(role.createDate()))
                .text(
                        "assume_role_policy",
                        JsonText.shown(
                                before.text("assume_role_policy"),
                                Iam.document(role.assumeRolePolicyDocument()),
                                PolicyText::same))
                .text("description", Iam.description(known, role.description()))
                .number("max_session_duration", role.maxSessionDuration())
                .text(
                        "permissions_boundary",
                        role.permissionsBoundary() == null
                                ? null
                                : role.permissionsBoundary().permissionsBoundaryArn())
                .flag("force_detach_policies", before.isTrue("force_detach_policies"));
        Tags.show(attributes, tags, known, session);
        return attributes.object();
    }
}
