package dev.corbel.providers.azure.servicebus;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.Rule;
import java.util.function.Predicate;

/** What Azure refuses of a namespace, said before the first call. */
final class NamespaceChecks {
    private static final String RULES = "network_rule_set";
    private static final String PUBLIC = "public_network_access_enabled";

    private NamespaceChecks() {}

    static Rule[] all() {
        return new Rule[] {
            needsPremium("capacity", namespace -> isMore(namespace.get("capacity"))),
            needsPremium(
                    "premium_messaging_partitions", namespace -> isMore(namespace.get("premium_messaging_partitions"))),
            needsPremium(RULES, namespace -> isLimited(rules(namespace))),
            lacks("capacity", "1, 2, 4, 8 or 16"),
            lacks("premium_messaging_partitions", "1, 2 or 4"),
            Rule.refuses(
                    namespace -> rules(namespace).get("default_action").equals(Value.of("Deny"))
                            && !isLimited(rules(namespace)),
                    RULES + " lets nothing in",
                    "Azure takes default_action = 'Deny' beside ip_rules or network_rules alone. To close a namespace to"
                            + " networks outside, write " + PUBLIC + " = false."),
            Rule.refuses(
                    namespace -> isGiven(namespace) && isOpen(namespace) != isOpen(rules(namespace)),
                    RULES + " says something else of " + PUBLIC,
                    "Write the same in the block and beside it: Azure has one switch for both.")
        };
    }

    private static Rule needsPremium(String attribute, Predicate<MapValue> holds) {
        return Rule.refuses(
                namespace -> isSku(namespace, false) && holds.test(namespace),
                attribute + " takes the SKU Premium",
                "Namespaces of the SKUs Basic and Standard cannot do it.");
    }

    private static Rule lacks(String attribute, String values) {
        return Rule.refuses(
                namespace -> isSku(namespace, true) && isZero(namespace.get(attribute)),
                "the SKU Premium needs " + attribute,
                "Write " + values + ".");
    }

    private static boolean isSku(MapValue namespace, boolean premium) {
        return namespace
                .text("sku")
                .filter(sku -> NamespaceDefinition.PREMIUM.toString().equals(sku) == premium)
                .isPresent();
    }

    private static boolean isMore(Value number) {
        return number.unmarked() instanceof NumberValue value && value.value().signum() > 0;
    }

    private static boolean isZero(Value number) {
        return number.isNull() || number.unmarked().equals(Value.of(0));
    }

    private static boolean isLimited(MapValue rules) {
        return isFilled(rules.get("ip_rules")) || isFilled(rules.get("network_rules"));
    }

    private static boolean isFilled(Value list) {
        return !list.isNull() && !list.unmarked().equals(ListValue.EMPTY);
    }

    private static boolean isGiven(MapValue namespace) {
        return namespace.get(RULES).unmarked() instanceof MapValue rules
                && !namespace.get(PUBLIC).isUnknown()
                && !rules.get(PUBLIC).isUnknown();
    }

    private static boolean isOpen(MapValue attributes) {
        return !attributes.get(PUBLIC).unmarked().equals(Value.of(false));
    }

    private static MapValue rules(MapValue namespace) {
        return namespace.get(RULES).unmarked() instanceof MapValue rules ? rules : MapValue.EMPTY;
    }
}
