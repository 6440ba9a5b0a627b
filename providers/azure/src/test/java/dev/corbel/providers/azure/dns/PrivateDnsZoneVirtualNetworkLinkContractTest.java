package dev.corbel.providers.azure.dns;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.List;

class PrivateDnsZoneVirtualNetworkLinkContractTest extends ArmContract {
    PrivateDnsZoneVirtualNetworkLinkContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_private_dns_zone_virtual_network_link",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.Network/privateDnsZones/orders.internal/virtualNetworkLinks/absent",
                        distinct -> Values.map(
                                "name", "link-" + distinct,
                                "private_dns_zone_id", zone().get("id"),
                                "virtual_network_id", network(distinct).get("id")))
                .changedBy(old -> old.with("tags", Values.map("purpose", "test")));
    }

    private MapValue zone() {
        return made("azurerm_private_dns_zone", Values.map("name", "orders.internal", "resource_group_name", group()));
    }

    private MapValue network(String distinct) {
        return made(
                "azurerm_virtual_network",
                Values.map(
                        "name",
                        "net-" + distinct,
                        "resource_group_name",
                        group(),
                        "location",
                        REGION,
                        "address_space",
                        List.of("10.0.0.0/16")));
    }
}
