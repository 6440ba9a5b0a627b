package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;

/** Network security groups: the rules that each has, and the subnets that it protects. */
final class SecurityGroupRule implements TypeRule {
    static final String TYPE = "Microsoft.Network/networkSecurityGroups";

    @Override
    public void done(Change change, Stored stored) {
        if (change.creates()) {
            Trees.set(
                    stored.generated(),
                    "properties.resourceGuid",
                    change.world().guid());
        }
    }

    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        ArrayNode rules = shown.arrayNode();
        for (String direction : new String[] {"Inbound", "Outbound"}) {
            ObjectNode rule = rules.addObject();
            String name = "DenyAll" + direction.replace("bound", "Bound");
            rule.put("id", stored.id() + "/defaultSecurityRules/" + name).put("name", name);
            rule.putObject("properties")
                    .put("protocol", "*")
                    .put("access", "Deny")
                    .put("priority", 65500)
                    .put("direction", direction)
                    .put("sourceAddressPrefix", "*")
                    .put("sourcePortRange", "*")
                    .put("destinationAddressPrefix", "*")
                    .put("destinationPortRange", "*");
        }
        Trees.set(shown, "properties.defaultSecurityRules", rules);
        InUse.show(world, stored, SubnetRule.TYPE, shown, "properties.subnets");
    }

    @Override
    public void checkDelete(World world, Stored stored) {
        InUse.refuse(world, stored, SubnetRule.TYPE, "InUseNetworkSecurityGroupCannotBeDeleted");
    }
}
