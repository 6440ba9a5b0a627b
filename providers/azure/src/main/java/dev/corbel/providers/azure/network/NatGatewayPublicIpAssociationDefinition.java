package dev.corbel.providers.azure.network;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.azure.arm.ArmAssociation;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Definition;
import dev.corbel.providers.kit.definition.DocumentPath;
import dev.corbel.providers.kit.definition.Property;
import java.time.Duration;

/** {@code azurerm_nat_gateway_public_ip_association}: a public address of a NAT gateway, which is a part of the NAT gateway. */
public final class NatGatewayPublicIpAssociationDefinition {
    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    private NatGatewayPublicIpAssociationDefinition() {}

    public static ArmAssociation definition() {
        Definition definition = Definition.of("azurerm_nat_gateway_public_ip_association")
                .guide(new TypeGuide(
                        "a public address of a NAT gateway", "the ids of both with `|` between them", "id", ""))
                .identity(IdentityClass.CLIENT_TOKEN)
                .key("nat_gateway_id", "public_ip_address_id")
                .timeout("create", TIMEOUT)
                .timeout("read", Duration.ofMinutes(5))
                .timeout("delete", TIMEOUT)
                .fields(
                        Fields.id("nat_gateway_id").required().immutable(),
                        Fields.id("public_ip_address_id").required().immutable(),
                        Property.text("id").computed().describedAs("The id."))
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
