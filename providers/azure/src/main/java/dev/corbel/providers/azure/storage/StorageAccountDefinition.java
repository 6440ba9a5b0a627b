package dev.corbel.providers.azure.storage;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.azure.fact.StorageFacts;
import dev.corbel.providers.kit.definition.Property;
import java.util.List;

/** {@code azurerm_storage_account}: a place for blobs, files, queues and tables. */
public final class StorageAccountDefinition {
    private StorageAccountDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_storage_account", "Microsoft.Storage/storageAccounts", "2025-08-01")
                .called("storage account")
                .without("`azure_files_authentication`, `customer_managed_key`, `custom_domain`,"
                        + " `immutability_policy`, `network_rules.private_link_access`, `share_properties`,"
                        + " `blob_properties.cors_rule`, keys and connection strings (`primary_access_key`,"
                        + " `primary_connection_string`, `primary_blob_connection_string`,"
                        + " `secondary_access_key`, `secondary_connection_string`,"
                        + " `secondary_blob_connection_string`)")
                .tagged()
                .holdingData()
                .locks(attributes -> attributes
                        .text("name")
                        .map(name -> List.of("storage:" + name))
                        .orElse(List.of()))
                .minutes(60, 60, 60)
                .hooks(new AccountHooks())
                .fields(
                        Fields.name().matching("[a-z0-9]{3,24}", "3 to 24 lower-case letters and digits"),
                        Fields.resourceGroup(),
                        Fields.location(),
                        Property.text("account_kind")
                                .defaultsTo("StorageV2")
                                .oneOf("BlobStorage", "BlockBlobStorage", "FileStorage", "Storage", "StorageV2")
                                .as("kind"),
                        Property.text("account_tier").required().immutable().oneOf("Premium", "Standard"),
                        Property.text("account_replication_type")
                                .required()
                                .oneOf("LRS", "ZRS", "GRS", "RAGRS", "GZRS", "RAGZRS"),
                        Property.text("access_tier")
                                .orComputed()
                                .oneOf("Cold", "Cool", "Hot", "Premium", "Smart")
                                .as("properties.accessTier"),
                        Property.text("allowed_copy_scope")
                                .oneOf("AAD", "All", "PrivateLink")
                                .as("properties.allowedCopyScope"),
                        Fields.edgeZone(),
                        Fields.identity("UserAssigned", "SystemAssigned", "SystemAssigned, UserAssigned"))
                .fields(AccountSwitches.all())
                .fields(
                        AccountBlocks.blobs(),
                        AccountBlocks.networkRules(),
                        AccountBlocks.routing(),
                        AccountBlocks.sasPolicy())
                .fields(AccountEndpoints.all())
                .replacedWhen(
                        "account_kind",
                        (before, after) -> !(before.equals(Value.of("Storage")) && after.equals(Value.of("StorageV2"))))
                .replacedWhen("account_replication_type", (before, after) -> isZonal(before) != isZonal(after))
                .replacedWhen("large_file_share_enabled", (before, after) -> after.equals(Value.of(false)))
                .facts(StorageFacts::ofAccount)
                .build();
    }

    private static boolean isZonal(Value replication) {
        return replication.toString().contains("ZRS");
    }
}
