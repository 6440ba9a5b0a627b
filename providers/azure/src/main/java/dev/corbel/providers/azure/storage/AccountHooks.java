package dev.corbel.providers.azure.storage;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmHooks;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.util.List;
import java.util.Map;

/** The SKU of an account, which Terraform has in two attributes, and the read access that goes with it. */
final class AccountHooks implements ArmHooks {
    private static final DocumentPath SKU = DocumentPath.of("sku.name");

    @Override
    public MapValue body(MapValue body, MapValue attributes) {
        return new DocumentPath(List.of("sku"))
                .put(
                        body,
                        new MapValue(Map.of(
                                "name",
                                Value.of(attributes.text("account_tier").orElse("") + "_"
                                        + attributes
                                                .text("account_replication_type")
                                                .orElse("")))));
    }

    @Override
    public MapValue attributes(MapValue attributes, MapValue document, MapValue known) {
        String sku = SKU.in(document) instanceof StringValue text ? text.value() : "_";
        int between = sku.indexOf('_');
        return attributes
                .with("account_tier", Value.of(sku.substring(0, between)))
                .with("account_replication_type", Value.of(sku.substring(between + 1)));
    }
}
