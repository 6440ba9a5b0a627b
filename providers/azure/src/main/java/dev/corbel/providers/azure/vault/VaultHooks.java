package dev.corbel.providers.azure.vault;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmHooks;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.definition.DocumentPath;

/** A vault of a name that was deleted is there still, and is recovered. */
final class VaultHooks implements ArmHooks {
    private static final String VERSION = "2026-02-01";

    @Override
    public MapValue beforeCreate(ArmSession session, ArmId id, MapValue planned, MapValue body) {
        String path = "/subscriptions/" + session.subscription() + "/providers/Microsoft.KeyVault/locations/"
                + planned.text("location").orElse("") + "/deletedVaults/" + id.name();
        Value policies = DocumentPath.of("properties.accessPolicies").in(body);
        MapValue whole =
                policies.isNull() ? DocumentPath.of("properties.accessPolicies").put(body, Value.list()) : body;
        return session.arm().find(path, VERSION).isPresent()
                ? DocumentPath.of("properties.createMode").put(whole, Value.of("recover"))
                : whole;
    }
}
