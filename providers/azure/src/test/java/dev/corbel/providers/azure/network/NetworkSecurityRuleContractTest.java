package dev.corbel.providers.azure.network;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.concurrent.atomic.AtomicInteger;

class NetworkSecurityRuleContractTest extends ArmContract {
    NetworkSecurityRuleContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_network_security_rule",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.Network/networkSecurityGroups/nsg/securityRules/absent",
                        distinct -> Values.map(
                                "name", "rule-" + distinct,
                                "resource_group_name", group(),
                                "network_security_group_name", rules().get("name"),
                                "access", "Allow",
                                "direction", "Inbound",
                                "priority", priority.getAndIncrement(),
                                "protocol", "Tcp",
                                "source_address_prefix", "Internet",
                                "source_port_range", "*",
                                "destination_address_prefix", "*",
                                "destination_port_range", "443"))
                .changedBy(old -> old.with("access", Value.of("Deny"))
                        .with("destination_port_range", Value.ofNull())
                        .with("destination_port_ranges", Value.list(Value.of("443"), Value.of("80")))
                        .with("description", Value.of("closed")))
                .replacedBy(old -> old.with("name", Value.of("other")))
                .untagged();
    }

    private MapValue rules() {
        return made(
                "azurerm_network_security_group",
                Values.map("name", "nsg", "resource_group_name", group(), "location", REGION));
    }

    private final AtomicInteger priority = new AtomicInteger(100);
}
