package dev.corbel.providers.azure.network;

import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Property;
import dev.corbel.providers.kit.definition.Rule;

/** {@code azurerm_subnet}: a range of a network. Its list comes with the network. */
public final class SubnetDefinition {
    private SubnetDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_subnet", "Microsoft.Network/virtualNetworks/subnets", "2025-01-01")
                .called("subnet")
                .in("virtual_network_name", "Microsoft.Network/virtualNetworks", "subnets")
                .listedIn("properties.subnets")
                .locks(NetworkLocks.network("virtual_network_name"))
                .minutes(30, 30, 30)
                .hooks(new SubnetHooks())
                .fields(
                        Fields.name(),
                        Fields.resourceGroup(),
                        Fields.part("virtual_network_name"),
                        SubnetFields.addressPrefixes().items(1, Integer.MAX_VALUE),
                        SubnetFields.addressPools(1).as("properties.ipamPoolPrefixAllocations"),
                        SubnetFields.defaultOutboundAccess(),
                        SubnetFields.delegation(false),
                        SubnetFields.endpointPolicies(),
                        SubnetFields.linkServicePolicies(),
                        SubnetFields.serviceEndpoint(),
                        SubnetFields.endpointPolicyIds(),
                        Property.text("sharing_scope").oneOf("Tenant").as("properties.sharingScope"),
                        Fields.computedId("network_security_group_id", "properties.networkSecurityGroup.id"),
                        Fields.id("network_security_group_id_wo", "properties.networkSecurityGroup.id")
                                .writeOnly(),
                        Property.number("network_security_group_id_wo_version"),
                        Fields.computedId("route_table_id", "properties.routeTable.id"),
                        Fields.id("route_table_id_wo", "properties.routeTable.id")
                                .writeOnly(),
                        Property.number("route_table_id_wo_version"))
                .rules(
                        Rule.exactlyOneOf("address_prefixes", "ip_address_pool"),
                        Rule.requires("network_security_group_id_wo", "network_security_group_id_wo_version"),
                        Rule.requires("network_security_group_id_wo_version", "network_security_group_id_wo"),
                        Rule.requires("route_table_id_wo", "route_table_id_wo_version"),
                        Rule.requires("route_table_id_wo_version", "route_table_id_wo"))
                .recomputes("network_security_group_id", "network_security_group_id_wo_version")
                .recomputes("route_table_id", "route_table_id_wo_version")
                .build();
    }
}
