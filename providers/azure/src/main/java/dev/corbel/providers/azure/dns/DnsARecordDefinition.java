package dev.corbel.providers.azure.dns;

import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.Property;
import dev.corbel.providers.kit.definition.Rule;

/** {@code azurerm_dns_a_record}: addresses of a name in a public zone. */
public final class DnsARecordDefinition {
    private DnsARecordDefinition() {}

    public static ArmDefinition definition() {
        return PublicRecord.of("azurerm_dns_a_record", "A")
                .fields(
                        Property.textSet("records").as("properties.ARecords", Form.each("ipv4Address")),
                        PublicRecord.target())
                .rules(Rule.conflicts("records", "target_resource_id"))
                .build();
    }
}
