package dev.corbel.providers.azure.network;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDataSource;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;

/** The data source {@code azurerm_subnet}. */
public final class SubnetData {
    private SubnetData() {}

    public static DataSourceType type() {
        return new ArmDataSource(
                "azurerm_subnet",
                "a subnet",
                ArmDataSource.at(
                        "/subscriptions/{subscription}/resourceGroups/{resource_group_name}/providers/"
                                + "Microsoft.Network/virtualNetworks/{virtual_network_name}/subnets/{name}",
                        "2025-01-01"),
                Property.text("name").required(),
                Property.text("resource_group_name").required(),
                Property.text("virtual_network_name").required(),
                Property.text("address_prefix").computed().as("properties.addressPrefixes", FIRST),
                Property.texts("address_prefixes").computed().as("properties.addressPrefixes"),
                Property.flag("default_outbound_access_enabled")
                        .computed()
                        .absentMeans(Value.of(true))
                        .as("properties.defaultOutboundAccess"),
                Property.text("private_endpoint_network_policies")
                        .computed()
                        .as("properties.privateEndpointNetworkPolicies"),
                Property.flag("private_link_service_network_policies_enabled")
                        .computed()
                        .as("properties.privateLinkServiceNetworkPolicies", Form.words("Enabled", "Disabled")),
                Fields.computedId("network_security_group_id", "properties.networkSecurityGroup.id"),
                Fields.computedId("route_table_id", "properties.routeTable.id"),
                NestedBlock.list(
                                "service_endpoint",
                                Fields.computedId("network_identifier", "networkIdentifier.id"),
                                Property.text("service").computed().as("service"))
                        .as("properties.serviceEndpoints")
                        .asComputed());
    }

    private static final Form FIRST = Form.only();
}
