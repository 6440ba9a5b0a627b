package dev.corbel.providers.azure.dns;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.Property;

/** {@code azurerm_private_dns_zone}: names that networks see. */
public final class PrivateDnsZoneDefinition {
    private PrivateDnsZoneDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_private_dns_zone", "Microsoft.Network/privateDnsZones", "2024-06-01")
                .called("private DNS zone")
                .without("`soa_record`")
                .tagged()
                .once()
                .minutes(30, 30, 30)
                .fields(
                        Field.constant("location", Value.of("global")),
                        Fields.name(),
                        Fields.resourceGroup(),
                        counted("number_of_record_sets", "numberOfRecordSets").changingByItself(),
                        counted("max_number_of_record_sets", "maxNumberOfRecordSets"),
                        counted("max_number_of_virtual_network_links", "maxNumberOfVirtualNetworkLinks"),
                        counted(
                                "max_number_of_virtual_network_links_with_registration",
                                "maxNumberOfVirtualNetworkLinksWithRegistration"))
                .build();
    }

    private static Property counted(String name, String property) {
        return Property.number(name).computed().as("properties." + property);
    }
}
