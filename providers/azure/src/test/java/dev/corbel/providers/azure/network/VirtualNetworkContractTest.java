package dev.corbel.providers.azure.network;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.List;

class VirtualNetworkContractTest extends ArmContract {
    VirtualNetworkContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_virtual_network",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.Network/virtualNetworks/absent",
                        distinct -> Values.map(
                                "name", "net-" + distinct,
                                "resource_group_name", group(),
                                "location", REGION,
                                "address_space", List.of("10.0.0.0/16"),
                                "encryption", Values.map("enforcement", "AllowUnencrypted"),
                                "tags", Values.map("purpose", "test")))
                .changedBy(old -> old.with("dns_servers", Value.list(Value.of("10.0.0.4")))
                        .with("address_space", Value.list(Value.of("10.0.0.0/16"), Value.of("10.1.0.0/16")))
                        .with("encryption", Value.ofNull()))
                .replacedBy(old -> old.with("location", Value.of("westeurope")));
    }
}
