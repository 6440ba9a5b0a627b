package dev.corbel.providers.azure.dns;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class PrivateDnsZoneContractTest extends ArmContract {
    PrivateDnsZoneContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_private_dns_zone",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.Network/privateDnsZones/absent",
                        distinct -> Values.map("name", distinct + ".internal", "resource_group_name", group()))
                .changedBy(old -> old.with("tags", Values.map("purpose", "test")));
    }
}
