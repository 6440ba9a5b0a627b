package dev.corbel.providers.azure.servicebus;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.PremiumSku;
import dev.corbel.providers.kit.definition.Rule;

/** What Azure refuses of a namespace, said before the first call. */
final class NamespaceChecks {
    private static final String RULES = "network_rule_set";
    private static final String PUBLIC = "public_network_access_enabled";
    private static final String CAPACITY = "capacity";
    private static final String PARTITIONS = "premium_messaging_partitions";

    private NamespaceChecks() {}

    static Rule[] all() {
        return new Rule[] {
            PremiumSku.needed(CAPACITY, namespace -> isMore(namespace, CAPACITY)),
            PremiumSku.needed(PARTITIONS, namespace -> isMore(namespace, PARTITIONS)),
            PremiumSku.needed(RULES, namespace -> isLimited(rules(namespace))),
            PremiumSku.needs(CAPACITY, namespace -> isZero(namespace, CAPACITY), "Write 1, 2, 4, 8 or 16."),
            PremiumSku.needs(PARTITIONS, namespace -> isZero(namespace, PARTITIONS), "Write 1, 2 or 4."),
            Rule.within(
                    RULES,
                    Rule.refuses(
                            rules -> rules.get("default_action").equals(Value.of("Deny")) && !isLimited(rules),
                            "default_action = 'Deny' lets nothing in",
                            "Azure takes it beside ip_rules or network_rules alone. To close a namespace to networks"
                                    + " outside, write " + PUBLIC + " = false.")),
            Rule.refuses(
                    namespace -> Rule.isSet(namespace, RULES) && isOpen(namespace) != isOpen(rules(namespace)),
                    RULES + " says something else of " + PUBLIC,
                    "Write the same in the block and beside it: Azure has one switch for both.")
        };
    }

    private static boolean isMore(MapValue namespace, String name) {
        return namespace.get(name).unmarked() instanceof NumberValue number
                && number.value().signum() > 0;
    }

    private static boolean isZero(MapValue namespace, String name) {
        return !namespace.get(name).isUnknown() && !isMore(namespace, name);
    }

    private static boolean isLimited(MapValue rules) {
        return Rule.isSet(rules, "ip_rules") || Rule.isSet(rules, "network_rules");
    }

    private static boolean isOpen(MapValue attributes) {
        return !attributes.get(PUBLIC).unmarked().equals(Value.of(false));
    }

    private static MapValue rules(MapValue namespace) {
        return namespace.get(RULES).unmarked() instanceof MapValue rules ? rules : MapValue.EMPTY;
    }
}
