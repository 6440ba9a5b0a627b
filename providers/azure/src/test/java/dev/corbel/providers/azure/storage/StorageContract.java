package dev.corbel.providers.azure.storage;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.conformance.Values;

/** The contract of a type in a storage account. */
abstract class StorageContract extends ArmContract {
    StorageContract(ArmServer arm) {
        super(arm);
    }

    protected final Value account(String name) {
        return made(
                        "azurerm_storage_account",
                        Values.map(
                                "name",
                                name,
                                "resource_group_name",
                                group(),
                                "location",
                                REGION,
                                "account_tier",
                                "Standard",
                                "account_replication_type",
                                "LRS"))
                .get("id");
    }
}
