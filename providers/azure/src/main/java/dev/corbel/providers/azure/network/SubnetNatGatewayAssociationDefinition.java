package dev.corbel.providers.azure.network;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.azure.arm.ArmAssociation;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Definition;
import dev.corbel.providers.kit.definition.DocumentPath;
import dev.corbel.providers.kit.definition.Property;
import java.time.Duration;

/** {@code azurerm_subnet_nat_gateway_association}: the NAT gateway of a subnet, which is a part of the subnet. */
public final class SubnetNatGatewayAssociationDefinition {
    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    private SubnetNatGatewayAssociationDefinition() {}

    public static ArmAssociation definition() {
        Definition definition = Definition.of("azurerm_subnet_nat_gateway_association")
                .guide(new TypeGuide("the NAT gateway of a subnet", "the id of the subnet", "id", ""))
                .identity(IdentityClass.CLIENT_TOKEN)
                .key("subnet_id")
                .timeout("create", TIMEOUT)
                .timeout("read", Duration.ofMinutes(5))
                .timeout("delete", TIMEOUT)
                .fields(
                        Fields.id("subnet_id").required().immutable(),
                        Fields.id("nat_gateway_id").required().immutable(),
                        Property.text("id").computed().describedAs("The id."))
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
