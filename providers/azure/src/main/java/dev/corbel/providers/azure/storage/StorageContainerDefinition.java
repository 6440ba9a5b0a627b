package dev.corbel.providers.azure.storage;

import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.azure.fact.StorageFacts;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.Property;
import java.util.Map;

/** {@code azurerm_storage_container}: a box of blobs in an account. */
public final class StorageContainerDefinition {
    private StorageContainerDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of(
                        "azurerm_storage_container",
                        "Microsoft.Storage/storageAccounts/blobServices/containers",
                        "2025-08-01")
                .called("storage container")
                .below("storage_account_id", "Microsoft.Storage/storageAccounts", "blobServices/default/containers")
                .patched()
                .holdingData()
                .minutes(30, 30, 30)
                .hooks(new ContainerHooks("blob", "ContainerBeingDeleted"))
                .fields(
                        Fields.name()
                                .matching(
                                        "\\$root|\\$web|[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9]",
                                        "3 to 63 lower-case letters, digits and single hyphens"),
                        Fields.id("storage_account_id").required().immutable(),
                        Property.text("container_access_type")
                                .defaultsTo("private")
                                .oneOf("blob", "container", "private")
                                .guarded()
                                .as("properties.publicAccess", ACCESS),
                        Property.text("default_encryption_scope")
                                .orComputed()
                                .immutable()
                                .as("properties.defaultEncryptionScope"),
                        Property.flag("encryption_scope_override_enabled")
                                .defaultsTo(true)
                                .immutable()
                                .as("properties.denyEncryptionScopeOverride", Form.OPPOSITE),
                        Property.flag("has_immutability_policy").computed().as("properties.hasImmutabilityPolicy"),
                        Property.flag("has_legal_hold").computed().as("properties.hasLegalHold"),
                        Property.textMap("metadata").orComputed().as("properties.metadata"),
                        Property.text("url").computed())
                .facts(StorageFacts::ofContainer)
                .build();
    }

    private static final Form ACCESS =
            Form.renamed(Map.of("blob", "Blob", "container", "Container", "private", "None"));
}
