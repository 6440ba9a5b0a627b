package dev.corbel.providers.azure.dns;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDataSource;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.definition.Property;
import java.util.Optional;

/** The data source {@code azurerm_dns_zone}. */
public final class DnsZoneData {
    private DnsZoneData() {}

    public static DataSourceType type() {
        return new ArmDataSource(
                "azurerm_dns_zone",
                "a public DNS zone, in any resource group where none is named",
                DnsZoneData::find,
                Property.text("name").required(),
                Property.text("resource_group_name").orComputed().as("resourceGroup"),
                Property.number("max_number_of_record_sets").computed().as("properties.maxNumberOfRecordSets"),
                Property.number("number_of_record_sets").computed().as("properties.numberOfRecordSets"),
                Property.textSet("name_servers").computed().as("properties.nameServers"),
                Property.textMap("tags").computed().as("tags"));
    }

    private static Optional<MapValue> find(ArmSession session, MapValue configuration) {
        String name = configuration.text("name").orElseThrow();
        Optional<String> group = configuration.text("resource_group_name");
        String path = "/subscriptions/" + session.subscription() + "/providers/Microsoft.Network/dnsZones";
        return session.arm().list(path, "2018-05-01").stream()
                .filter(zone -> zone.text("name").filter(name::equalsIgnoreCase).isPresent())
                .map(DnsZoneData::withGroup)
                .filter(zone -> group.isEmpty()
                        || zone.text("resourceGroup")
                                .filter(group.get()::equalsIgnoreCase)
                                .isPresent())
                .findFirst();
    }

    private static MapValue withGroup(MapValue zone) {
        return zone.text("id")
                .flatMap(id -> new ArmId(id).resourceGroup())
                .map(group -> zone.with("resourceGroup", Value.of(group)))
                .orElse(zone);
    }
}
