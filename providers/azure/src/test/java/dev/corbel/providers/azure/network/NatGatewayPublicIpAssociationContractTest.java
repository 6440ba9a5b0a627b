package dev.corbel.providers.azure.network;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class NatGatewayPublicIpAssociationContractTest extends ArmContract {
    NatGatewayPublicIpAssociationContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_nat_gateway_public_ip_association",
                        subscription() + "/resourceGroups/rg-contract/providers/Microsoft.Network/natGateways/nat|"
                                + subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.Network/publicIPAddresses/absent",
                        distinct -> Values.map(
                                "nat_gateway_id", gateway().get("id"),
                                "public_ip_address_id", address(distinct).get("id")))
                .untagged();
    }

    private MapValue gateway() {
        return made(
                "azurerm_nat_gateway", Values.map("name", "nat", "resource_group_name", group(), "location", REGION));
    }

    private MapValue address(String distinct) {
        return made(
                "azurerm_public_ip",
                Values.map(
                        "name",
                        "ip-" + distinct,
                        "resource_group_name",
                        group(),
                        "location",
                        REGION,
                        "allocation_method",
                        "Static"));
    }
}
