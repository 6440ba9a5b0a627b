package dev.corbel.providers.azure.vault;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.azure.fact.AccessFacts;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import java.util.List;
import java.util.Map;

/** {@code azurerm_key_vault}: a vault for secrets. One that was deleted is recovered when its name is used again. */
public final class KeyVaultDefinition {
    private KeyVaultDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_key_vault", "Microsoft.KeyVault/vaults", "2026-02-01")
                .called("key vault")
                .tagged()
                .patched()
                .holdingData()
                .locks(attributes -> attributes
                        .text("name")
                        .map(name -> List.of("kv:" + name))
                        .orElse(List.of()))
                .minutes(30, 30, 30)
                .hooks(new VaultHooks())
                .fields(
                        Fields.name()
                                .matching(
                                        "[a-zA-Z](?!.*--)[a-zA-Z0-9-]{1,22}[a-zA-Z0-9]",
                                        "3 to 24 letters, digits and single hyphens, beginning with a letter"),
                        Fields.resourceGroup(),
                        Fields.location(),
                        Property.text("sku_name")
                                .required()
                                .oneOf("standard", "premium")
                                .withoutCase()
                                .as("properties.sku", SKU),
                        Property.text("tenant_id").required().withoutCase().as("properties.tenantId"),
                        Property.flag("rbac_authorization_enabled")
                                .required()
                                .guarded()
                                .as("properties.enableRbacAuthorization"),
                        Property.flag("enabled_for_deployment").as("properties.enabledForDeployment"),
                        Property.flag("enabled_for_disk_encryption").as("properties.enabledForDiskEncryption"),
                        Property.flag("enabled_for_template_deployment").as("properties.enabledForTemplateDeployment"),
                        Fields.publicAccess("properties.publicNetworkAccess"),
                        Property.flag("purge_protection_enabled").as("properties.enablePurgeProtection"),
                        Property.number("soft_delete_retention_days")
                                .defaultsTo(90)
                                .between(7, 90)
                                .as("properties.softDeleteRetentionInDays"),
                        Property.text("vault_uri").computed().as("properties.vaultUri"),
                        policies(),
                        networkRules())
                .refusedWhen(
                        (prior, planned) -> prior.get("purge_protection_enabled")
                                        .equals(Value.of(true))
                                && !planned.get("purge_protection_enabled").equals(Value.of(true)),
                        Diagnostic.error(
                                "purge_protection_enabled cannot be taken back",
                                "Azure keeps a vault's protection against purging for good."))
                .refusedWhen(
                        (prior, planned) -> !prior.get("soft_delete_retention_days")
                                .equals(planned.get("soft_delete_retention_days")),
                        Diagnostic.error(
                                "soft_delete_retention_days cannot change",
                                "Azure takes it when a vault is made, and never again."))
                .facts(AccessFacts::ofVault)
                .build();
    }

    private static final Form SKU = Form.of(
            name -> new MapValue(Map.of("family", Value.of("A"), "name", name)),
            sku -> sku instanceof MapValue map ? map.get("name") : Value.ofNull());

    private static Field.Builder policies() {
        return NestedBlock.list(
                        "access_policy",
                        Property.text("tenant_id").required().withoutCase().as("tenantId"),
                        Property.text("object_id").required().withoutCase().as("objectId"),
                        Property.text("application_id").withoutCase().as("applicationId"),
                        Property.texts("certificate_permissions").withoutCase().as("permissions.certificates"),
                        Property.texts("key_permissions").withoutCase().as("permissions.keys"),
                        Property.texts("secret_permissions").withoutCase().as("permissions.secrets"),
                        Property.texts("storage_permissions").withoutCase().as("permissions.storage"))
                .as("properties.accessPolicies")
                .asAttribute(false, true);
    }

    private static Field.Builder networkRules() {
        return NestedBlock.single(
                        "network_acls",
                        Property.text("bypass")
                                .required()
                                .oneOf("None", "AzureServices")
                                .as("bypass"),
                        Property.text("default_action")
                                .required()
                                .oneOf("Allow", "Deny")
                                .guarded()
                                .as("defaultAction"),
                        Property.textSet("ip_rules").guarded().as("ipRules", Form.each("value")),
                        Fields.ids("virtual_network_subnet_ids", "virtualNetworkRules"))
                .usually(new MapValue(Map.of("bypass", Value.of("AzureServices"), "default_action", Value.of("Allow"))))
                .as("properties.networkAcls");
    }
}
