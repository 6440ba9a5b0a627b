package dev.corbel.providers.azure.storage;

import dev.corbel.clients.azure.ArmException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmHooks;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.kit.definition.DocumentPath;

/** The address of a container or a share, and the name of one that is on its way out. */
final class ContainerHooks implements ArmHooks {
    private final String service;
    private final String deleting;

    /**
     * Hooks of one kind.
     *
     * @param service in addresses
     * @param deleting the code of the refusal of a name that is taken for a while
     */
    ContainerHooks(String service, String deleting) {
        this.service = service;
        this.deleting = deleting;
    }

    @Override
    public MapValue attributes(MapValue attributes, MapValue document, MapValue known) {
        String account = attributes
                .text("storage_account_id")
                .map(id -> new ArmId(id).name())
                .orElse("");
        return attributes.with(
                "url",
                Value.of("https://" + account + "." + service + ".core.windows.net/"
                        + attributes.text("name").orElse("")));
    }

    @Override
    public MapValue body(MapValue body, MapValue attributes) {
        DocumentPath deny = DocumentPath.of("properties.denyEncryptionScopeOverride");
        return attributes.text("default_encryption_scope").isEmpty() ? deny.remove(body) : body;
    }

    @Override
    public boolean passes(ArmException refusal) {
        return refusal.has(deleting);
    }
}
