package dev.corbel.providers.azure.network;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class NetworkSecurityGroupContractTest extends ArmContract {
    NetworkSecurityGroupContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_network_security_group",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.Network/networkSecurityGroups/absent",
                        distinct -> Values.map(
                                "name", "nsg-" + distinct, "resource_group_name", group(), "location", REGION))
                .changedBy(old -> old.with("tags", Values.map("purpose", "test")))
                .replacedBy(old -> old.with("location", Value.of("westeurope")));
    }
}
