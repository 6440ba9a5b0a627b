package dev.corbel.providers.azure.vault;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class KeyVaultSecretContractTest extends ArmContract {
    KeyVaultSecretContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_key_vault_secret",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.KeyVault/vaults/kvcontract/secrets/absent",
                        distinct -> Values.map(
                                "name",
                                "secret-" + distinct,
                                "key_vault_id",
                                vault(),
                                "value_wo",
                                "s3cret",
                                "value_wo_version",
                                1))
                .changedBy(old -> old.with("content_type", Value.of("text/plain")));
    }

    private Value vault() {
        return made(
                        "azurerm_key_vault",
                        Values.map(
                                "name",
                                "kvcontract",
                                "resource_group_name",
                                group(),
                                "location",
                                REGION,
                                "sku_name",
                                "standard",
                                "tenant_id",
                                tenant(),
                                "rbac_authorization_enabled",
                                true))
                .get("id");
    }
}
