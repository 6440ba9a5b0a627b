package dev.corbel.providers.azure.network;

import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.azure.fact.AccessFacts;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import java.util.ArrayList;
import java.util.List;

/** {@code azurerm_network_security_group}: rules for the traffic of subnets. */
public final class NetworkSecurityGroupDefinition {
    private NetworkSecurityGroupDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of(
                        "azurerm_network_security_group", "Microsoft.Network/networkSecurityGroups", "2025-01-01")
                .called("network security group")
                .tagged()
                .locks(NetworkLocks.rules("name"))
                .minutes(30, 30, 30)
                .fields(Fields.name(), Fields.resourceGroup(), Fields.location(), rules())
                .facts(AccessFacts::ofRules)
                .build();
    }

    /** Rules that stand in the group itself; left out, they are of a type of their own. */
    private static Field.Builder rules() {
        List<Field.Builder> fields = new ArrayList<>(List.of(RuleFields.all()));
        fields.add(0, Property.text("name").required().withoutCase().as("name"));
        return NestedBlock.set("security_rule", fields.toArray(Field.Builder[]::new))
                .as("properties.securityRules")
                .asAttribute(false, true);
    }
}
