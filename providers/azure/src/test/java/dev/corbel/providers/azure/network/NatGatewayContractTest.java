package dev.corbel.providers.azure.network;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class NatGatewayContractTest extends ArmContract {
    NatGatewayContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_nat_gateway",
                        subscription() + "/resourceGroups/rg-contract/providers/Microsoft.Network/natGateways/absent",
                        distinct -> Values.map(
                                "name", "nat-" + distinct, "resource_group_name", group(), "location", REGION))
                .changedBy(old -> old.with("idle_timeout_in_minutes", Value.of(10)))
                .replacedBy(old -> old.with("zones", Value.list(Value.of("1"))));
    }
}
