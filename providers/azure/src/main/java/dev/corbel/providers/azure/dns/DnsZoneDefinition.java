package dev.corbel.providers.azure.dns;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.Property;

/** {@code azurerm_dns_zone}: a domain that the internet sees. */
public final class DnsZoneDefinition {
    private DnsZoneDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_dns_zone", "Microsoft.Network/dnsZones", "2018-05-01")
                .called("DNS zone")
                .without("`soa_record`")
                .tagged()
                .once()
                .minutes(30, 30, 30)
                .fields(
                        Field.constant("location", Value.of("global")),
                        Fields.name(),
                        Fields.resourceGroup(),
                        Property.textSet("name_servers").computed().as("properties.nameServers"),
                        Property.number("number_of_record_sets")
                                .computed()
                                .changingByItself()
                                .as("properties.numberOfRecordSets"),
                        Property.number("max_number_of_record_sets").computed().as("properties.maxNumberOfRecordSets"))
                .build();
    }
}
