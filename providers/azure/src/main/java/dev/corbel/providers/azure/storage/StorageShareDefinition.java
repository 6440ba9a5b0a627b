package dev.corbel.providers.azure.storage;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.azure.fact.StorageFacts;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;

/** {@code azurerm_storage_share}: files in an account that many machines have at a time. Lists of shares lack parts of them. */
public final class StorageShareDefinition {
    private StorageShareDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of(
                        "azurerm_storage_share", "Microsoft.Storage/storageAccounts/fileServices/shares", "2025-08-01")
                .called("file share")
                .below("storage_account_id", "Microsoft.Storage/storageAccounts", "fileServices/default/shares")
                .unlisted()
                .patched()
                .holdingData()
                .minutes(30, 30, 30)
                .hooks(new ContainerHooks("file", "ShareBeingDeleted"))
                .fields(
                        Fields.name()
                                .matching(
                                        "(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]",
                                        "3 to 63 lower-case letters, digits and single hyphens"),
                        Fields.id("storage_account_id").required().immutable(),
                        Property.number("quota").required().between(1, 102400).as("properties.shareQuota"),
                        Property.text("enabled_protocol")
                                .defaultsTo("SMB")
                                .oneOf("SMB", "NFS")
                                .immutable()
                                .absentMeans(Value.of("SMB"))
                                .as("properties.enabledProtocols"),
                        Property.text("access_tier")
                                .orComputed()
                                .oneOf("Premium", "Hot", "Cool", "TransactionOptimized")
                                .as("properties.accessTier"),
                        Property.textMap("metadata").orComputed().as("properties.metadata"),
                        NestedBlock.set(
                                        "acl",
                                        Property.text("id")
                                                .required()
                                                .length(1, 64)
                                                .as("id"),
                                        NestedBlock.single(
                                                        "access_policy",
                                                        Property.text("start").as("startTime"),
                                                        Property.text("expiry").as("expiryTime"),
                                                        Property.text("permissions")
                                                                .required()
                                                                .as("permission"))
                                                .as("accessPolicy"))
                                .as("properties.signedIdentifiers"),
                        Property.text("url").computed())
                .facts(StorageFacts::ofShare)
                .build();
    }
}
