package dev.corbel.providers.azure.dns;

import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.Property;

/** {@code azurerm_private_dns_a_record}: addresses of a name in a private zone. */
public final class PrivateDnsARecordDefinition {
    private PrivateDnsARecordDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_private_dns_a_record", "Microsoft.Network/privateDnsZones/A", "2024-06-01")
                .called("private DNS record")
                .below("private_dns_zone_id", "Microsoft.Network/privateDnsZones", "A")
                .taggedAt("properties.metadata")
                .once()
                .minutes(30, 30, 30)
                .fields(
                        Fields.name(),
                        Fields.id("private_dns_zone_id").required().immutable(),
                        Property.textSet("records")
                                .required()
                                .items(0, 20)
                                .as("properties.aRecords", Form.each("ipv4Address")),
                        Property.number("ttl").required().as("properties.ttl"),
                        Property.text("fqdn").computed().as("properties.fqdn"))
                .build();
    }
}
