package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The block {@code identity} of many types. */
final class Identity {
    /** Documents have the identities as the names of a map. */
    private static final Form NAMES = Form.of(Identity::named, Identity::names);

    /** Documents write types with or without a space. */
    private static final Form TYPE = Form.of(
            value -> value,
            value -> value instanceof StringValue text ? Value.of(text.value().replaceAll(",\\s*", ", ")) : value);

    private Identity() {}

    static NestedBlock block(String... types) {
        return NestedBlock.single(
                        "identity",
                        Property.text("type").required().oneOf(types).as("type", TYPE),
                        Property.textSet("identity_ids").withoutCase().as("userAssignedIdentities", NAMES),
                        Property.text("principal_id").computed().as("principalId"),
                        Property.text("tenant_id").computed().as("tenantId"))
                .as("identity");
    }

    private static Value named(Value ids) {
        Map<String, Value> identities = new LinkedHashMap<>();
        if (ids instanceof ListValue list) {
            list.elements().forEach(id -> identities.put(id.toString(), MapValue.EMPTY));
        }
        return new MapValue(identities);
    }

    private static Value names(Value identities) {
        return identities instanceof MapValue map
                ? Attributes.setOf(map.entries().keySet().stream()
                        .map(ArmSpelling::of)
                        .sorted((one, other) -> one.toLowerCase(Locale.ROOT).compareTo(other.toLowerCase(Locale.ROOT)))
                        .map(Value::of)
                        .toList())
                : Value.ofNull();
    }
}
