package dev.corbel.providers.azure.monitor;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmHooks;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.kit.definition.DocumentPath;

/** A workspace is deleted for good, so that the next one of its name does not bring old data back. */
final class WorkspaceHooks implements ArmHooks {
    private static final DocumentPath SKU = DocumentPath.of("properties.sku.name");

    @Override
    public MapValue body(MapValue body, MapValue attributes) {
        return SKU.in(body).isNull() ? SKU.put(body, Value.of("PerGB2018")) : body;
    }

    @Override
    public String deletion(ArmId id) {
        return id.text() + "?force=true";
    }
}
