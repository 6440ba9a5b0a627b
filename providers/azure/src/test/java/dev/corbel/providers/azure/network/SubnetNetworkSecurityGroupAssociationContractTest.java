package dev.corbel.providers.azure.network;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class SubnetNetworkSecurityGroupAssociationContractTest extends ArmContract {
    SubnetNetworkSecurityGroupAssociationContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_subnet_network_security_group_association",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.Network/virtualNetworks/net/subnets/absent",
                        distinct -> Values.map(
                                "subnet_id", subnet(distinct).get("id"),
                                "network_security_group_id", rules().get("id")))
                .untagged();
    }

    private synchronized MapValue subnet(String distinct) {
        made(
                "azurerm_virtual_network",
                Values.map(
                        "name",
                        "net",
                        "resource_group_name",
                        group(),
                        "location",
                        REGION,
                        "address_space",
                        List.of("10.0.0.0/16")));
        return made(
                "azurerm_subnet",
                Values.map(
                        "name",
                        "sub-" + distinct,
                        "resource_group_name",
                        group(),
                        "virtual_network_name",
                        "net",
                        "address_prefixes",
                        List.of("10.0." + numbers.computeIfAbsent(distinct, key -> numbers.size()) + ".0/24")));
    }

    private final Map<String, Integer> numbers = new HashMap<>();

    private MapValue rules() {
        return made(
                "azurerm_network_security_group",
                Values.map("name", "nsg", "resource_group_name", group(), "location", REGION));
    }
}
