package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.List;
import java.util.Locale;

/** Container registries: their address, and what only those of the sku Premium have. */
final class RegistryRule implements TypeRule {
    static final String TYPE = "Microsoft.ContainerRegistry/registries";
    private static final List<String> PREMIUM = List.of(
            "properties.zoneRedundancy Enabled",
            "properties.publicNetworkAccess Disabled",
            "properties.dataEndpointEnabled true");

    @Override
    public void check(Change change) {
        boolean premium = change.text("sku.name").equals("Premium");
        for (String feature : PREMIUM) {
            int space = feature.indexOf(' ');
            if (!premium && change.text(feature.substring(0, space)).equals(feature.substring(space + 1))) {
                throw Refusal.badRequest(
                        "FeatureNotSupported", "'" + feature.substring(0, space) + "' needs the sku Premium.");
            }
        }
    }

    @Override
    public void done(Change change, Stored stored) {
        ObjectNode generated = stored.generated();
        Trees.set(generated, "sku.tier", change.text("sku.name"));
        Trees.set(generated, "properties.loginServer", stored.name().toLowerCase(Locale.ROOT) + ".azurecr.io");
        Trees.set(generated, "properties.creationDate", stored.createdAt().toString());
    }

    static ObjectNode credentials(Stored stored) {
        if (!Trees.at(stored.body(), "properties.adminUserEnabled").asBoolean()) {
            throw Refusal.badRequest(
                    "UnAuthorizedForCredentialOperations",
                    "Cannot perform credential operations for '" + stored.id() + "' as admin user is disabled.");
        }
        ObjectNode body = Trees.object();
        body.put("username", stored.name());
        body.putArray("passwords")
                .addObject()
                .put("name", "password")
                .put("value", "simulated-" + Integer.toHexString(stored.key().hashCode()));
        return body;
    }
}
