package dev.corbel.providers.azure.dns;

import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.kit.definition.Property;
import dev.corbel.providers.kit.definition.Rule;

/** {@code azurerm_dns_cname_record}: another name for a name. */
public final class DnsCnameRecordDefinition {
    private DnsCnameRecordDefinition() {}

    public static ArmDefinition definition() {
        return PublicRecord.of("azurerm_dns_cname_record", "CNAME")
                .fields(Property.text("record").withoutCase().as("properties.CNAMERecord.cname"), PublicRecord.target())
                .rules(Rule.exactlyOneOf("record", "target_resource_id"))
                .build();
    }
}
