package dev.corbel.providers.azure.storage;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code azurerm_storage_management_policy}: what becomes of blobs that grow old. An account has one. */
public final class StorageManagementPolicyDefinition {
    private StorageManagementPolicyDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of(
                        "azurerm_storage_management_policy",
                        "Microsoft.Storage/storageAccounts/managementPolicies",
                        "2025-08-01")
                .called("storage management policy")
                .only("storage_account_id", "Microsoft.Storage/storageAccounts", "managementPolicies/default")
                .minutes(30, 30, 30)
                .fields(
                        Fields.id("storage_account_id").required().immutable(),
                        NestedBlock.list(
                                        "rule",
                                        Field.constant("type", Value.of("Lifecycle")),
                                        Property.text("name").required().as("name"),
                                        Property.flag("enabled").required().as("enabled"),
                                        actions(),
                                        filters())
                                .as("properties.policy.rules"))
                .build();
    }

    private static Field.Builder filters() {
        return NestedBlock.single(
                        "filters",
                        Property.textSet("blob_types")
                                .required()
                                .oneOf("blockBlob", "appendBlob")
                                .as("blobTypes"),
                        Property.textSet("prefix_match").as("prefixMatch"),
                        NestedBlock.set(
                                        "match_blob_index_tag",
                                        Property.text("name").required().as("name"),
                                        Property.text("operation")
                                                .defaultsTo("==")
                                                .oneOf("==")
                                                .as("op"),
                                        Property.text("value").required().as("value"))
                                .as("blobIndexMatch"))
                .required()
                .as("definition.filters");
    }

    private static Field.Builder actions() {
        return NestedBlock.single("actions", baseBlob(), snapshot(), version())
                .required()
                .as("definition.actions");
    }

    private static Field.Builder baseBlob() {
        List<Field.Builder> fields = new ArrayList<>();
        fields.add(Property.flag("auto_tier_to_hot_from_cool_enabled").as("enableAutoTierToHotFromCool"));
        List<String> causes = List.of("creation", "last_access_time", "modification");
        for (String[] action : new String[][] {
            {"delete", "delete"},
            {"tier_to_archive", "tierToArchive"},
            {"tier_to_cold", "tierToCold"},
            {"tier_to_cool", "tierToCool"}
        }) {
            for (String cause : causes) {
                fields.add(days(action[0] + "_after_days_since_" + cause + "_greater_than", action[1], cause));
            }
        }
        fields.add(days(
                "tier_to_archive_after_days_since_last_tier_change_greater_than", "tierToArchive", "last_tier_change"));
        return NestedBlock.single("base_blob", fields.toArray(Field.Builder[]::new))
                .as("baseBlob");
    }

    private static Field.Builder snapshot() {
        return old("snapshot", "delete_after_days_since_creation_greater_than");
    }

    private static Field.Builder version() {
        return old("version", "delete_after_days_since_creation");
    }

    private static Field.Builder old(String name, String deletion) {
        return NestedBlock.single(
                        name,
                        days(deletion, "delete", "creation"),
                        days("change_tier_to_archive_after_days_since_creation", "tierToArchive", "creation"),
                        days("change_tier_to_cool_after_days_since_creation", "tierToCool", "creation"),
                        days(
                                "tier_to_archive_after_days_since_last_tier_change_greater_than",
                                "tierToArchive",
                                "last_tier_change"),
                        days("tier_to_cold_after_days_since_creation_greater_than", "tierToCold", "creation"))
                .as(name);
    }

    /** A number of days; -1 where nothing is done. */
    private static Property days(String name, String action, String cause) {
        String since = Stream.of(cause.split("_", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return Property.number(name)
                .defaultsTo(-1)
                .between(-1, 99999)
                .unsetBy(Value.of(-1))
                .as(action + ".daysAfter" + since + "GreaterThan");
    }
}
