package dev.corbel.providers.azure.servicebus;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.azure.arm.ArmHooks;
import dev.corbel.providers.kit.definition.DocumentPath;

/** The tier of a namespace, which is the name of its SKU and has to change with it. */
final class NamespaceHooks implements ArmHooks {
    private static final DocumentPath NAME = DocumentPath.of("sku.name");
    private static final DocumentPath TIER = DocumentPath.of("sku.tier");

    @Override
    public MapValue body(MapValue body, MapValue attributes) {
        return TIER.put(body, NAME.in(body));
    }
}
