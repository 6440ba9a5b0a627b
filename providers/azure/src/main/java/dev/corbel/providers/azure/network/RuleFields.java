package dev.corbel.providers.azure.network;

import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.Property;
import java.util.ArrayList;
import java.util.List;

/** Attributes of a security rule that it has beside its group and within it alike. */
final class RuleFields {
    private RuleFields() {}

    static Field.Builder[] all() {
        List<Field.Builder> fields = new ArrayList<>(List.of(
                Property.text("access")
                        .required()
                        .oneOf("Allow", "Deny")
                        .guarded()
                        .as("properties.access"),
                Property.text("description").length(0, 140).as("properties.description"),
                Property.text("direction")
                        .required()
                        .oneOf("Inbound", "Outbound")
                        .as("properties.direction"),
                Property.number("priority").required().between(100, 4096).as("properties.priority"),
                Property.text("protocol")
                        .required()
                        .oneOf("*", "Tcp", "Udp", "Icmp", "Ah", "Esp")
                        .withoutCase()
                        .guarded()
                        .as("properties.protocol")));
        side("source", fields);
        side("destination", fields);
        return fields.toArray(Field.Builder[]::new);
    }

    private static void side(String side, List<Field.Builder> fields) {
        fields.add(Property.text(side + "_address_prefix").guarded().as("properties." + side + "AddressPrefix"));
        fields.add(Property.textSet(side + "_address_prefixes").guarded().as("properties." + side + "AddressPrefixes"));
        fields.add(Property.text(side + "_port_range").guarded().as("properties." + side + "PortRange"));
        fields.add(Property.textSet(side + "_port_ranges").guarded().as("properties." + side + "PortRanges"));
        fields.add(
                Fields.ids(side + "_application_security_group_ids", "properties." + side + "ApplicationSecurityGroups")
                        .items(0, 10)
                        .guarded());
    }
}
