package dev.corbel.providers.azure.identity;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class UserAssignedIdentityContractTest extends ArmContract {
    UserAssignedIdentityContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_user_assigned_identity",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.ManagedIdentity/userAssignedIdentities/absent",
                        distinct -> Values.map(
                                "name", "id-" + distinct, "resource_group_name", group(), "location", REGION))
                .changedBy(old -> old.with("tags", Values.map("purpose", "test")))
                .replacedBy(old -> old.with("location", Value.of("westeurope")));
    }
}
