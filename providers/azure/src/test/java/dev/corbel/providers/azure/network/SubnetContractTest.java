package dev.corbel.providers.azure.network;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class SubnetContractTest extends ArmContract {
    private final AtomicInteger next = new AtomicInteger();

    SubnetContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_subnet",
                        subscription() + "/resourceGroups/rg-contract/providers/Microsoft.Network/virtualNetworks/net"
                                + "/subnets/absent",
                        distinct -> Values.map(
                                "name", "sub-" + distinct,
                                "resource_group_name", group(),
                                "virtual_network_name", network(),
                                "address_prefixes", List.of("10.0." + next.getAndIncrement() + ".0/24"),
                                "private_endpoint_network_policies", "Enabled",
                                "service_endpoint", List.of(Values.map("service", "Microsoft.Storage"))))
                .changedBy(old -> old.with("default_outbound_access_enabled", Value.of(false))
                        .with("service_endpoint", Value.list())
                        .with(
                                "delegation",
                                Value.list(Values.map(
                                        "name",
                                        "apps",
                                        "service_delegation",
                                        Values.map("name", "Microsoft.App/environments")))))
                .replacedBy(old -> old.with("name", Value.of("other")))
                .untagged();
    }

    private Value network() {
        return made(
                        "azurerm_virtual_network",
                        Values.map(
                                "name",
                                "net",
                                "resource_group_name",
                                group(),
                                "location",
                                REGION,
                                "address_space",
                                List.of("10.0.0.0/16")))
                .get("name");
    }
}
