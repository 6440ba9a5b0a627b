package dev.corbel.providers.azure.dns;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.Property;
import java.time.Duration;

/** {@code azurerm_private_dns_zone_virtual_network_link}: a network that sees a zone. Azure says it is gone while it still is there. */
public final class PrivateDnsZoneVirtualNetworkLinkDefinition {
    private PrivateDnsZoneVirtualNetworkLinkDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of(
                        "azurerm_private_dns_zone_virtual_network_link",
                        "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
                        "2024-06-01")
                .called("virtual network link")
                .below("private_dns_zone_id", "Microsoft.Network/privateDnsZones", "virtualNetworkLinks")
                .tagged()
                .once()
                .minutes(30, 30, 30)
                .waits(0, 10, Duration.ofSeconds(10))
                .fields(
                        Field.constant("location", Value.of("global")),
                        Fields.name(),
                        Fields.id("private_dns_zone_id").required().immutable(),
                        Fields.id("virtual_network_id", "properties.virtualNetwork.id")
                                .required()
                                .immutable(),
                        Property.flag("registration_enabled").defaultsTo(false).as("properties.registrationEnabled"),
                        Property.text("resolution_policy")
                                .orComputed()
                                .oneOf("Default", "NxDomainRedirect")
                                .as("properties.resolutionPolicy"))
                .build();
    }
}
