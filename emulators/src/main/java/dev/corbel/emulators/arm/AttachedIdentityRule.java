package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;

/** The identities that a resource has: its own, and those that it was given. */
final class AttachedIdentityRule implements TypeRule {
    private static final String OWN = "identity.principalId";

    @Override
    public void check(Change change) {
        for (String id : (Iterable<String>) change.at("identity.userAssignedIdentities")::fieldNames) {
            if (change.world()
                    .find(id)
                    .filter(stored -> stored.is(IdentityRule.TYPE))
                    .isEmpty()) {
                throw Refusal.badRequest(
                        "FailedIdentityOperation", "The user-assigned identity '" + id + "' does not exist.");
            }
        }
    }

    @Override
    public void done(Change change, Stored stored) {
        boolean wanted = change.text("identity.type").contains("SystemAssigned");
        JsonNode own = Trees.at(stored.generated(), OWN);
        if (wanted && own.isMissingNode()) {
            Trees.set(stored.generated(), OWN, Principals.make(change.world()));
            Trees.set(stored.generated(), "identity.tenantId", change.world().tenant());
        } else if (!wanted && own.isTextual()) {
            Principals.remove(change.world(), own.asText());
            stored.generated().remove("identity");
        }
    }

    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        Trees.at(shown, "identity.userAssignedIdentities").properties().forEach(entry -> {
            if (entry.getValue() instanceof ObjectNode node) {
                world.find(entry.getKey())
                        .ifPresent(identity -> node.setAll((ObjectNode)
                                Trees.at(identity.generated(), "properties").deepCopy()));
                node.remove("tenantId");
            }
        });
    }

    @Override
    public void deleted(World world, Stored stored) {
        Principals.remove(world, Trees.at(stored.generated(), OWN).asText());
    }
}
