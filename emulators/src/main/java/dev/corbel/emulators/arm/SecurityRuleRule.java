package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.List;

/** Rules of network security groups: two of one direction cannot have the same priority. */
final class SecurityRuleRule implements TypeRule {
    static final String TYPE = "Microsoft.Network/networkSecurityGroups/securityRules";
    private static final List<String> PREFIXES = List.of("sourceAddressPrefix", "destinationAddressPrefix");
    private static final List<String> PORTS = List.of("sourcePortRange", "destinationPortRange");

    @Override
    public void check(Change change) {
        int priority = change.at("properties.priority").asInt();
        if (priority < 100 || priority > 4096) {
            throw Refusal.badRequest(
                    "SecurityRuleInvalidPriority",
                    "Security rule has invalid Priority. Value provided: " + priority + " Allowed range 100-4096.");
        }
        change.siblings().forEach((name, sibling) -> {
            if (same(change.body(), sibling, "priority") && same(change.body(), sibling, "direction")) {
                throw Refusal.badRequest(
                        "SecurityRuleConflict",
                        "Security rule " + name + " conflicts with rule "
                                + change.path().name() + ". Rules cannot have the same Priority and Direction.");
            }
        });
        PREFIXES.forEach(property -> oneOf(change, property, property + "es"));
        PORTS.forEach(property -> oneOf(change, property, property + "s"));
    }

    private static void oneOf(Change change, String single, String several) {
        boolean one = change.at("properties." + single).isTextual();
        boolean more = !change.at("properties." + several).isEmpty()
                || (single.endsWith("Prefix")
                        && !change.at("properties." + single.replace("AddressPrefix", "ApplicationSecurityGroups"))
                                .isEmpty());
        if (one == more) {
            throw Refusal.badRequest(
                    "SecurityRuleParameterInvalid",
                    "Security rule " + change.path().name() + " needs either '" + single + "' or '" + several + "'.");
        }
    }

    private static boolean same(ObjectNode one, ObjectNode other, String property) {
        return Trees.at(one, "properties." + property).equals(Trees.at(other, "properties." + property));
    }
}
