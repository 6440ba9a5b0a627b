package dev.corbel.providers.azure.dns;

import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.ArmDefinitionBuilder;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Property;

/** What all records of public zones have in common. */
final class PublicRecord {
    private PublicRecord() {}

    /** A record of a kind, such as A; its tags are the metadata of the record. */
    static ArmDefinitionBuilder of(String name, String kind) {
        return ArmDefinition.of(name, "Microsoft.Network/dnsZones/" + kind, "2018-05-01")
                .called("DNS record")
                .in("zone_name", "Microsoft.Network/dnsZones", kind)
                .taggedAt("properties.metadata")
                .once()
                .minutes(30, 30, 30)
                .fields(
                        Fields.name(),
                        Fields.resourceGroup(),
                        Fields.part("zone_name"),
                        Property.number("ttl").required().as("properties.TTL"),
                        Property.text("fqdn").computed().as("properties.fqdn"));
    }

    /** An object of Azure whose addresses the record takes. */
    static Property target() {
        return Fields.id("target_resource_id", "properties.targetResource.id");
    }
}
