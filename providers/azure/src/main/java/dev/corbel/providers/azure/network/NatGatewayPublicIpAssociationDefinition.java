package dev.corbel.providers.azure.network;

import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.azure.arm.ArmAssociation;
import dev.corbel.providers.azure.arm.ArmPartType;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Definition;
import dev.corbel.providers.kit.definition.DocumentPath;

/** {@code azurerm_nat_gateway_public_ip_association}: a public address of a NAT gateway, which is a part of the NAT gateway. */
public final class NatGatewayPublicIpAssociationDefinition {
    private NatGatewayPublicIpAssociationDefinition() {}

    public static ArmAssociation definition() {
        Definition definition = ArmPartType.part(
                        "azurerm_nat_gateway_public_ip_association",
                        new TypeGuide(
                                "a public address of a NAT gateway", "the ids of both with `|` between them", "id", ""),
                        "nat_gateway_id",
                        "public_ip_address_id")
                .fields(
                        Fields.id("nat_gateway_id").required().immutable(),
                        Fields.id("public_ip_address_id").required().immutable())
                .build();
        return new ArmAssociation(
                definition,
                "public address of a NAT gateway",
                NatGatewayDefinition.definition(),
                "nat_gateway_id",
                "public_ip_address_id",
                DocumentPath.of("properties.publicIpAddresses"),
                true,
                NetworkLocks.natGatewayById("nat_gateway_id"));
    }
}
