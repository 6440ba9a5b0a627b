package dev.corbel.providers.aws.iam;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ReadableType.Attached;
import dev.corbel.providers.api.ReadableType.AttachedObject;
import dev.corbel.providers.api.ReadableType.Parent;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.Failures;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iam.model.RoleDetail;

/** The policies of roles: of many from the list of all roles with what they have, of a few from each. */
final class AttachedPolicies {
    /** Up to here asking each role costs fewer calls than the list of all roles of an account may take. */
    private static final int FEW = 3;

    private AttachedPolicies() {}

    /**
     * Lists.
     *
     * @param listed renders what the list knows of a role
     * @param direct asks one role
     */
    static List<Attached> of(
            AwsSession session,
            List<Parent> roles,
            Function<RoleDetail, List<AttachedObject>> listed,
            Function<RolePolicies, List<AttachedObject>> direct) {
        List<RoleDetail> details = roles.size() <= FEW
                ? List.of()
                : new RoleReader(session).details().orElse(List.of());
        return session.batch().each(roles, role -> RoleParts.of(details, name(role))
                .findFirst()
                .map(detail -> Attached.of(listed.apply(detail)))
                .orElseGet(() -> one(session, name(role), direct)));
    }

    private static String name(Parent role) {
        return role.object().attributes().text("name").orElse("");
    }

    private static Attached one(AwsSession session, String role, Function<RolePolicies, List<AttachedObject>> direct) {
        try {
            return Attached.of(direct.apply(new RolePolicies(Iam.client(session), role)));
        } catch (SdkException failure) {
            // That a role is gone is told of the role itself.
            return ErrorClass.of(failure) == ErrorClass.NOT_FOUND
                    ? Attached.NONE
                    : Attached.unreadable(Failures.unreadable(failure));
        }
    }
}
