package dev.corbel.providers.azure.network;

import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Property;

/** {@code azurerm_nat_gateway}: the way of subnets into the internet. */
public final class NatGatewayDefinition {
    private NatGatewayDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_nat_gateway", "Microsoft.Network/natGateways", "2025-01-01")
                .called("NAT gateway")
                .tagged()
                .locks(NetworkLocks.natGateway("name"))
                .minutes(60, 60, 60)
                .fields(
                        Fields.name(),
                        Fields.resourceGroup(),
                        Fields.location(),
                        Property.number("idle_timeout_in_minutes")
                                .defaultsTo(4)
                                .between(4, 120)
                                .as("properties.idleTimeoutInMinutes"),
                        Property.text("resource_guid").computed().as("properties.resourceGuid"),
                        Property.text("sku_name")
                                .defaultsTo("Standard")
                                .oneOf("Standard", "StandardV2")
                                .immutable()
                                .as("sku.name"),
                        Fields.zones())
                .build();
    }
}
