package dev.corbel.emulators.arm;

import dev.corbel.emulators.arm.facts.Facts;
import dev.corbel.emulators.arm.facts.TypeFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of all services. */
final class Services {
    private Services() {}

    static RuleBook rules(Facts facts) {
        Map<String, List<TypeRule>> rules = new HashMap<>();
        for (TypeFacts type : facts.types()) {
            List<TypeRule> own = rules.computeIfAbsent(type.name(), none -> new ArrayList<>());
            if (type.namespace().equals("Microsoft.Network")) {
                own.add(new ReferenceRule(facts));
            }
        }
        rules.get(NetworkRule.TYPE).add(new NetworkRule());
        rules.get(SubnetRule.TYPE).add(new SubnetRule());
        rules.get(SecurityGroupRule.TYPE).add(new SecurityGroupRule());
        rules.get(SecurityRuleRule.TYPE).add(new SecurityRuleRule());
        rules.get(PublicAddressRule.TYPE).add(new PublicAddressRule());
        rules.get(NatGatewayRule.TYPE).add(new NatGatewayRule());
        return new RuleBook(rules);
    }
}
