package dev.corbel.providers.azure.storage;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The blocks of an account. */
final class AccountBlocks {
    private static final Form WORDS = Form.of(AccountBlocks::joined, AccountBlocks::split);

    private AccountBlocks() {}

    static Field.Builder blobs() {
        return NestedBlock.single(
                        "blob_properties",
                        Property.flag("change_feed_enabled").defaultsTo(false).as("properties.changeFeed.enabled"),
                        Property.number("change_feed_retention_in_days")
                                .between(1, 146000)
                                .as("properties.changeFeed.retentionInDays"),
                        retention("container_delete_retention_policy", "containerDeleteRetentionPolicy"),
                        Property.text("default_service_version").orComputed().as("properties.defaultServiceVersion"),
                        retention(
                                "delete_retention_policy",
                                "deleteRetentionPolicy",
                                Property.flag("permanent_delete_enabled")
                                        .defaultsTo(false)
                                        .as("allowPermanentDelete")),
                        Property.flag("last_access_time_enabled")
                                .defaultsTo(false)
                                .as("properties.lastAccessTimeTrackingPolicy.enable"),
                        NestedBlock.single(
                                        "restore_policy",
                                        Field.constant("enabled", Value.of(true)),
                                        Property.number("days")
                                                .required()
                                                .between(1, 365)
                                                .as("days"))
                                .as("properties.restorePolicy"),
                        Property.flag("versioning_enabled").defaultsTo(false).as("properties.isVersioningEnabled"))
                .usually(MapValue.EMPTY)
                .as("@blobServices/default");
    }

    private static Field.Builder retention(String name, String property, Field.Builder... more) {
        List<Field.Builder> fields = new ArrayList<>(List.of(more));
        fields.add(Field.constant("enabled", Value.of(true)));
        fields.add(Property.number("days").defaultsTo(7).between(1, 365).as("days"));
        return NestedBlock.single(name, fields.toArray(Field.Builder[]::new)).as("properties." + property);
    }

    static Field.Builder networkRules() {
        return NestedBlock.single(
                        "network_rules",
                        Property.text("default_action")
                                .required()
                                .oneOf("Allow", "Deny")
                                .guarded()
                                .as("defaultAction"),
                        Property.textSet("bypass")
                                .orComputed()
                                .oneOf("AzureServices", "Logging", "Metrics", "None")
                                .as("bypass", WORDS),
                        Property.textSet("ip_rules").orComputed().guarded().as("ipRules", Form.each("value")),
                        Fields.ids("virtual_network_subnet_ids", "virtualNetworkRules")
                                .orComputed())
                .usually(new MapValue(Map.of(
                        "default_action", Value.of("Allow"),
                        "bypass", Value.list(Value.of("AzureServices")))))
                .as("properties.networkAcls");
    }

    static Field.Builder routing() {
        return NestedBlock.single(
                        "routing",
                        Property.text("choice")
                                .defaultsTo("MicrosoftRouting")
                                .oneOf("InternetRouting", "MicrosoftRouting")
                                .as("routingChoice"),
                        Property.flag("publish_internet_endpoints")
                                .defaultsTo(false)
                                .as("publishInternetEndpoints"),
                        Property.flag("publish_microsoft_endpoints")
                                .defaultsTo(false)
                                .as("publishMicrosoftEndpoints"))
                .usually(MapValue.EMPTY)
                .as("properties.routingPreference");
    }

    static Field.Builder sasPolicy() {
        return NestedBlock.single(
                        "sas_policy",
                        Property.text("expiration_action")
                                .defaultsTo("Log")
                                .oneOf("Block", "Log")
                                .as("expirationAction"),
                        Property.text("expiration_period").required().as("sasExpirationPeriod"))
                .as("properties.sasPolicy");
    }

    private static Value joined(Value words) {
        return words instanceof ListValue list
                ? Value.of(String.join(
                        ", ", list.elements().stream().map(Value::toString).toList()))
                : words;
    }

    private static Value split(Value text) {
        return Attributes.setOf(Stream.of(text.toString().split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(Value::of)
                .toList());
    }
}
