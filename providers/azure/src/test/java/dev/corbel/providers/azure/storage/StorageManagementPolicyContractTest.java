package dev.corbel.providers.azure.storage;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.List;

class StorageManagementPolicyContractTest extends StorageContract {
    StorageManagementPolicyContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_storage_management_policy",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.Storage/storageAccounts/absent/managementPolicies/default",
                        distinct -> Values.map(
                                "storage_account_id",
                                account("st" + distinct.replace("-", "")),
                                "rule",
                                List.of(Values.map(
                                        "name",
                                        "old",
                                        "enabled",
                                        true,
                                        "filters",
                                        Values.map("blob_types", List.of("blockBlob")),
                                        "actions",
                                        Values.map("version", Values.map("delete_after_days_since_creation", 90))))))
                .untagged();
    }
}
