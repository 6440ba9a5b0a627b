package dev.corbel.providers.azure.storage;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class StorageAccountContractTest extends ArmContract {
    StorageAccountContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_storage_account",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.Storage/storageAccounts/absent",
                        distinct -> Values.map(
                                "name",
                                "st" + distinct.replace("-", ""),
                                "resource_group_name",
                                group(),
                                "location",
                                REGION,
                                "account_tier",
                                "Standard",
                                "account_replication_type",
                                "ZRS",
                                "shared_access_key_enabled",
                                false))
                .changedBy(old -> old.with("public_network_access_enabled", Value.of(false))
                        .with("blob_properties", Values.map("versioning_enabled", true)))
                .replacedBy(old -> old.with("account_replication_type", Value.of("LRS")));
    }
}
