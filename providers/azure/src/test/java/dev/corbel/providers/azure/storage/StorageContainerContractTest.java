package dev.corbel.providers.azure.storage;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class StorageContainerContractTest extends StorageContract {
    StorageContainerContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_storage_container",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.Storage/storageAccounts/stcontract/blobServices/default/containers/absent",
                        distinct -> Values.map("name", "box-" + distinct, "storage_account_id", account("stcontract")))
                .changedBy(old -> old.with("metadata", Values.map("purpose", "test")))
                .untagged();
    }
}
