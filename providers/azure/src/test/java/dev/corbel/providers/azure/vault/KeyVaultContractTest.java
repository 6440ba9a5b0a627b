package dev.corbel.providers.azure.vault;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class KeyVaultContractTest extends ArmContract {
    KeyVaultContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_key_vault",
                        subscription() + "/resourceGroups/rg-contract/providers/Microsoft.KeyVault/vaults/absent",
                        distinct -> Values.map(
                                "name",
                                "kv" + distinct.replace("-", ""),
                                "resource_group_name",
                                group(),
                                "location",
                                REGION,
                                "sku_name",
                                "standard",
                                "tenant_id",
                                tenant(),
                                "rbac_authorization_enabled",
                                true,
                                "soft_delete_retention_days",
                                7))
                .changedBy(old -> old.with("public_network_access_enabled", Value.of(false))
                        .with("network_acls", Values.map("bypass", "AzureServices", "default_action", "Deny")))
                .replacedBy(old -> old.with("location", Value.of("westeurope")));
    }
}
