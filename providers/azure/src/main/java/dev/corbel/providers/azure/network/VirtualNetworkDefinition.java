package dev.corbel.providers.azure.network;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import dev.corbel.providers.kit.definition.Rule;

/** {@code azurerm_virtual_network}: a private network of one region. */
public final class VirtualNetworkDefinition {
    private VirtualNetworkDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_virtual_network", "Microsoft.Network/virtualNetworks", "2025-01-01")
                .called("virtual network")
                .tagged()
                .locks(NetworkLocks.network("name"))
                .minutes(30, 30, 30)
                .fields(
                        Fields.name(),
                        Fields.resourceGroup(),
                        Fields.location(),
                        Property.textSet("address_space")
                                .items(1, Integer.MAX_VALUE)
                                .as("properties.addressSpace.addressPrefixes"),
                        SubnetFields.addressPools(2).as("properties.addressSpace.ipamPoolPrefixAllocations"),
                        Property.text("bgp_community").as("properties.bgpCommunities.virtualNetworkCommunity"),
                        NestedBlock.single(
                                "ddos_protection_plan",
                                Fields.id("id", "properties.ddosProtectionPlan.id")
                                        .required(),
                                Property.flag("enable").required().as("properties.enableDdosProtection")),
                        Property.texts("dns_servers").orComputed().as("properties.dhcpOptions.dnsServers"),
                        Fields.edgeZone(),
                        NestedBlock.single(
                                        "encryption",
                                        Field.constant("enabled", Value.of(true)),
                                        Property.text("enforcement")
                                                .required()
                                                .oneOf("DropUnencrypted", "AllowUnencrypted")
                                                .as("enforcement"))
                                .as("properties.encryption"),
                        Property.number("flow_timeout_in_minutes")
                                .between(4, 30)
                                .as("properties.flowTimeoutInMinutes"),
                        Property.text("guid").computed().as("properties.resourceGuid"),
                        Property.text("private_endpoint_vnet_policies")
                                .defaultsTo("Disabled")
                                .oneOf("Basic", "Disabled")
                                .as("properties.privateEndpointVNetPolicies"),
                        subnets())
                .rules(Rule.exactlyOneOf("address_space", "ip_address_pool"))
                .build();
    }

    /** Subnets that stand in the network itself; left out, they are of a type of their own. */
    private static Field.Builder subnets() {
        return NestedBlock.set(
                        "subnet",
                        Property.text("name").required().withoutCase().as("name"),
                        SubnetFields.addressPrefixes().required(),
                        SubnetFields.defaultOutboundAccess(),
                        SubnetFields.delegation(true),
                        SubnetFields.endpointPolicies(),
                        SubnetFields.linkServicePolicies(),
                        SubnetFields.serviceEndpoint(),
                        SubnetFields.endpointPolicyIds(),
                        Fields.id("security_group", "properties.networkSecurityGroup.id"),
                        Fields.id("route_table_id", "properties.routeTable.id"),
                        Property.text("id").computed().as("id"))
                .as("properties.subnets")
                .asAttribute(false, true);
    }
}
