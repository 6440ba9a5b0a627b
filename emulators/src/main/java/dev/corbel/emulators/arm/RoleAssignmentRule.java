package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Assignments of roles: they never change, there is one of each kind, and who gets a role has to be known. */
final class RoleAssignmentRule implements TypeRule {
    static final String TYPE = "Microsoft.Authorization/roleAssignments";
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String PRINCIPAL = "properties.principalId";
    private static final String KIND = "properties.principalType";
    private static final String ROLE = "properties.roleDefinitionId";

    @Override
    public void complete(Change change) {
        if (change.at(KIND).isMissingNode()) {
            Trees.set(change.body(), KIND, "ServicePrincipal");
        }
    }

    @Override
    public void check(Change change) {
        if (!GUID.matcher(change.path().name()).matches()) {
            throw Refusal.badRequest(
                    "InvalidRoleAssignmentId",
                    "The role assignment ID '" + change.path().name() + "' is not valid. It must be a GUID.");
        }
        String role = change.text(ROLE);
        if (!RoleDefinitions.has(role)) {
            throw Refusal.badRequest(
                    "RoleDefinitionDoesNotExist", "The specified role definition '" + role + "' does not exist.");
        }
        change.current().ifPresent(before -> checkSame(change, before));
        if (change.creates()) {
            checkNew(change);
        }
    }

    private static void checkSame(Change change, Stored before) {
        for (String property : List.of(PRINCIPAL, ROLE)) {
            if (!end(before.body(), property).equals(end(change.body(), property))) {
                throw Refusal.conflict(
                        "RoleAssignmentUpdateNotPermitted",
                        "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.");
            }
        }
    }

    private static void checkNew(Change change) {
        String principal = change.text(PRINCIPAL);
        for (Stored other : change.world().all()) {
            boolean same = other.is(TYPE)
                    && other.path().scope().equalsIgnoreCase(change.path().scope())
                    && end(other.body(), PRINCIPAL).equals(end(change.body(), PRINCIPAL))
                    && end(other.body(), ROLE).equals(end(change.body(), ROLE));
            if (same) {
                throw Refusal.conflict(
                        "RoleAssignmentExists",
                        "The role assignment already exists. The ID of the conflicting role assignment is "
                                + other.name().replace("-", "") + ".");
            }
        }
        if (!Principals.isKnown(change.world(), principal)) {
            throw Refusal.badRequest(
                    "PrincipalNotFound",
                    "Principal " + principal.replace("-", "") + " does not exist in the directory "
                            + change.world().tenant() + ".");
        }
    }

    /** The GUID at the end of a value. */
    private static String end(ObjectNode body, String property) {
        String value = Trees.at(body, property).asText();
        return value.substring(value.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        Trees.set(shown, "properties.scope", stored.path().scope());
        Trees.set(shown, "properties.createdOn", stored.createdAt().toString());
        Trees.set(shown, "properties.updatedOn", stored.createdAt().toString());
    }
}
