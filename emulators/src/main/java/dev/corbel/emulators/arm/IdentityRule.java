package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;

/** User-assigned identities: the ids that Entra gives them, and knows only after a while. */
final class IdentityRule implements TypeRule {
    static final String TYPE = "Microsoft.ManagedIdentity/userAssignedIdentities";

    @Override
    public void done(Change change, Stored stored) {
        if (change.creates()) {
            ObjectNode generated = stored.generated();
            World world = change.world();
            Trees.set(generated, "properties.tenantId", world.tenant());
            Trees.set(generated, "properties.clientId", world.guid());
            Trees.set(generated, "properties.principalId", Principals.make(world));
        }
    }

    @Override
    public void deleted(World world, Stored stored) {
        Principals.remove(
                world, Trees.at(stored.generated(), "properties.principalId").asText());
    }
}
