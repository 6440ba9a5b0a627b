package dev.corbel.providers.azure.network;

import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.azure.arm.ArmAssociation;
import dev.corbel.providers.azure.arm.ArmPartType;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Definition;
import dev.corbel.providers.kit.definition.DocumentPath;

/** {@code azurerm_subnet_nat_gateway_association}: the NAT gateway of a subnet, which is a part of the subnet. */
public final class SubnetNatGatewayAssociationDefinition {
    private SubnetNatGatewayAssociationDefinition() {}

    public static ArmAssociation definition() {
        Definition definition = ArmPartType.part(
                        "azurerm_subnet_nat_gateway_association",
                        new TypeGuide("the NAT gateway of a subnet", "the id of the subnet", "id", ""),
                        "subnet_id")
                .fields(
                        Fields.id("subnet_id").required().immutable(),
                        Fields.id("nat_gateway_id").required().immutable())
                .build();
        return new ArmAssociation(
                definition,
                "NAT gateway of a subnet",
                SubnetDefinition.definition(),
                "subnet_id",
                "nat_gateway_id",
                DocumentPath.of("properties.natGateway"),
                false,
                NetworkLocks.both(NetworkLocks.subnet("subnet_id"), NetworkLocks.natGatewayById("nat_gateway_id")));
    }
}
