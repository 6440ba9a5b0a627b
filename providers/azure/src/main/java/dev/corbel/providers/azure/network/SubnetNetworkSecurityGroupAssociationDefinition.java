package dev.corbel.providers.azure.network;

import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.azure.arm.ArmAssociation;
import dev.corbel.providers.azure.arm.ArmPartType;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Definition;
import dev.corbel.providers.kit.definition.DocumentPath;

/** {@code azurerm_subnet_network_security_group_association}: the network security group of a subnet, which is a part of the subnet. */
public final class SubnetNetworkSecurityGroupAssociationDefinition {
    private SubnetNetworkSecurityGroupAssociationDefinition() {}

    public static ArmAssociation definition() {
        Definition definition = ArmPartType.part(
                        "azurerm_subnet_network_security_group_association",
                        new TypeGuide("the network security group of a subnet", "the id of the subnet", "id", ""),
                        "subnet_id")
                .fields(
                        Fields.id("subnet_id").required().immutable(),
                        Fields.id("network_security_group_id").required().immutable())
                .build();
        return new ArmAssociation(
                definition,
                "network security group of a subnet",
                SubnetDefinition.definition(),
                "subnet_id",
                "network_security_group_id",
                DocumentPath.of("properties.networkSecurityGroup"),
                false,
                NetworkLocks.both(
                        NetworkLocks.subnet("subnet_id"), NetworkLocks.rulesById("network_security_group_id")));
    }
}
