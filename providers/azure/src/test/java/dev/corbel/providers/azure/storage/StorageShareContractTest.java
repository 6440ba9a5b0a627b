package dev.corbel.providers.azure.storage;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class StorageShareContractTest extends StorageContract {
    StorageShareContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_storage_share",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.Storage/storageAccounts/stcontract/fileServices/default/shares/absent",
                        distinct -> Values.map(
                                "name",
                                "share-" + distinct,
                                "storage_account_id",
                                account("stcontract"),
                                "quota",
                                10,
                                "acl",
                                Value.list(Values.map(
                                        "id",
                                        "readers",
                                        "access_policy",
                                        Values.map("permissions", "r", "expiry", "2030-01-01T00:00:00.0000000Z")))))
                .changedBy(old -> old.with("quota", Value.of(20))
                        .with("access_tier", Value.of("Cool"))
                        .with("metadata", Values.map("purpose", "test"))
                        .with("acl", Value.ofNull()))
                .replacedBy(old -> old.with("name", Value.of("share-other")))
                .untagged();
    }
}
