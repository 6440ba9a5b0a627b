package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;

/** Secrets of vaults: each write makes a new version. */
final class SecretRule implements TypeRule {
    static final String TYPE = "Microsoft.KeyVault/vaults/secrets";

    @Override
    public void done(Change change, Stored stored) {
        ObjectNode generated = stored.generated();
        String uri = "https://" + stored.path().names().get(0) + ".vault.azure.net/secrets/" + stored.name();
        Trees.set(generated, "properties.secretUri", uri);
        Trees.set(
                generated,
                "properties.secretUriWithVersion",
                uri + "/" + change.world().guid().replace("-", ""));
        Trees.set(
                generated,
                "properties.attributes.created",
                generated.numberNode(stored.createdAt().getEpochSecond()));
        Trees.set(
                generated,
                "properties.attributes.updated",
                generated.numberNode(change.now().getEpochSecond()));
    }
}
