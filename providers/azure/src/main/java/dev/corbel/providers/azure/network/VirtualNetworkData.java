package dev.corbel.providers.azure.network;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDataSource;
import dev.corbel.providers.kit.definition.DocumentPath;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.Property;
import java.util.LinkedHashMap;
import java.util.Map;

/** The data source {@code azurerm_virtual_network}. */
public final class VirtualNetworkData {
    private VirtualNetworkData() {}

    public static DataSourceType type() {
        return new ArmDataSource(
                "azurerm_virtual_network",
                "a virtual network and the names of its subnets",
                ArmDataSource.at(
                        "/subscriptions/{subscription}/resourceGroups/{resource_group_name}/providers/"
                                + "Microsoft.Network/virtualNetworks/{name}",
                        "2025-01-01"),
                Property.text("name").required(),
                Property.text("resource_group_name").required(),
                Property.text("location").computed().as("location"),
                Property.texts("address_space").computed().as("properties.addressSpace.addressPrefixes"),
                Property.texts("dns_servers").computed().as("properties.dhcpOptions.dnsServers"),
                Property.text("guid").computed().as("properties.resourceGuid"),
                Property.texts("subnets").computed().as("properties.subnets", Form.each("name")),
                Property.textMap("tags").computed().as("tags"),
                Property.textMap("vnet_peerings").computed().as("properties.virtualNetworkPeerings", PEERS),
                Property.texts("vnet_peerings_addresses").computed());
    }

    /** The networks that it is connected with, by the name of the connection. */
    private static final Form PEERS = Form.of(value -> value, VirtualNetworkData::peers);

    private static Value peers(Value peerings) {
        Map<String, Value> peers = new LinkedHashMap<>();
        if (peerings instanceof ListValue list) {
            list.elements().stream()
                    .filter(MapValue.class::isInstance)
                    .map(MapValue.class::cast)
                    .forEach(peering -> peers.put(
                            peering.text("name").orElse(""),
                            DocumentPath.of("properties.remoteVirtualNetwork.id")
                                    .in(peering)));
        }
        return new MapValue(peers);
    }
}
