package dev.corbel.providers.azure.network;

import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.azure.fact.AccessFacts;
import dev.corbel.providers.kit.definition.Rule;

/** {@code azurerm_network_security_rule}: one rule of a group. Its list comes with the group. */
public final class NetworkSecurityRuleDefinition {
    private NetworkSecurityRuleDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of(
                        "azurerm_network_security_rule",
                        "Microsoft.Network/networkSecurityGroups/securityRules",
                        "2025-01-01")
                .called("security rule")
                .in("network_security_group_name", "Microsoft.Network/networkSecurityGroups", "securityRules")
                .listedIn("properties.securityRules")
                .locks(NetworkLocks.rules("network_security_group_name"))
                .minutes(30, 30, 30)
                .fields(Fields.name(), Fields.resourceGroup(), Fields.part("network_security_group_name"))
                .fields(RuleFields.all())
                .rules(
                        Rule.exactlyOneOf(
                                "source_address_prefix",
                                "source_address_prefixes",
                                "source_application_security_group_ids"),
                        Rule.exactlyOneOf(
                                "destination_address_prefix",
                                "destination_address_prefixes",
                                "destination_application_security_group_ids"),
                        Rule.exactlyOneOf("source_port_range", "source_port_ranges"),
                        Rule.exactlyOneOf("destination_port_range", "destination_port_ranges"))
                .facts(AccessFacts::ofRule)
                .build();
    }
}
