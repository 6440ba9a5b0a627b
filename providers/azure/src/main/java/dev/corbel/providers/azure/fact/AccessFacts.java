package dev.corbel.providers.azure.fact;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts of what decides who gets in: rules for traffic, roles, vaults. */
public final class AccessFacts {
    private static final String[] EVERYBODY = {"*", "Internet", "Any", "0.0.0.0/0", "::/0", "0.0.0.0", "::"};

    /** Roles that may do everything, or hand on any role, with their ids. */
    private static final String[] ADMINISTRATORS = {
        "Owner",
        "Contributor",
        "User Access Administrator",
        "Role Based Access Control Administrator",
        "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
        "b24988ac-6180-42a0-ab88-20f7382dd24c",
        "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
        "f58310d9-a9f6-439a-9e8d-f62e7b41a168"
    };

    private AccessFacts() {}

    /** The facts of {@code azurerm_network_security_rule}. */
    public static List<Fact> ofRule(MapValue rule) {
        return exposure(rule, ValuePath.ROOT).stream().toList();
    }

    /** The facts of the rules that stand in {@code azurerm_network_security_group} itself. */
    public static List<Fact> ofRules(MapValue group) {
        List<Fact> facts = new ArrayList<>();
        if (group.get("security_rule").unmarked() instanceof ListValue rules) {
            rules.elements().stream()
                    .map(Value::unmarked)
                    .filter(MapValue.class::isInstance)
                    .forEach(rule -> exposure((MapValue) rule, Claims.at("security_rule"))
                            .ifPresent(facts::add));
        }
        return facts;
    }

    private static Optional<Fact> exposure(MapValue rule, ValuePath at) {
        Answer open = Claims.is(rule.get("direction"), "Inbound").and(Claims.is(rule.get("access"), "Allow"));
        Answer everybody =
                sources(rule).map(source -> Claims.is(source, EVERYBODY)).reduce(Answer.NO, Answer::or);
        return open == Answer.NO
                ? Optional.empty()
                : Optional.of(new Fact.Exposure(
                        open.and(everybody),
                        "lets everybody in on " + ports(rule),
                        Optional.of("azurerm_network_security_group"),
                        at));
    }

    private static Stream<Value> sources(MapValue rule) {
        Value many = rule.get("source_address_prefixes");
        return Stream.concat(
                Stream.of(rule.get("source_address_prefix")),
                many.unmarked() instanceof ListValue list ? list.elements().stream() : Stream.of(many));
    }

    private static String ports(MapValue rule) {
        return rule.text("destination_port_range")
                .map(range -> range.equals("*") ? "all ports" : "port " + range)
                .orElse("some ports");
    }

    /** The facts of {@code azurerm_role_assignment}. A role that is given with a condition, or for one object, is limited. */
    public static List<Fact> ofRole(MapValue assignment) {
        String attribute = assignment.get("role_definition_name").isNull()
                        || assignment.get("role_definition_name").isUnknown()
                ? "role_definition_id"
                : "role_definition_name";
        Value role = assignment.get(attribute);
        Answer mighty = role.isUnknown()
                ? Answer.UNKNOWN
                : Claims.is(Value.of(role.toString().substring(role.toString().lastIndexOf('/') + 1)), ADMINISTRATORS);
        if (assignment.text("condition").isPresent()) {
            return List.of(limits(Answer.YES, "condition"));
        }
        boolean narrow =
                assignment.text("scope").filter(AccessFacts::isOneObject).isPresent();
        return List.of(narrow ? limits(Answer.YES, "scope") : limits(mighty.not(), attribute));
    }

    private static Fact limits(Answer limited, String attribute) {
        return new Fact.Claim(
                Topic.LEAST_PRIVILEGE,
                limited,
                "may do everything with everything in its scope, or hand on any role",
                Claims.at(attribute));
    }

    private static boolean isOneObject(String scope) {
        return scope.matches("(?i)/subscriptions/[^/]+/resourceGroups/[^/]+/providers/.+");
    }

    /** The facts of {@code azurerm_key_vault}, which keeps what was deleted for some days. */
    public static List<Fact> ofVault(MapValue vault) {
        return List.of(
                Fact.Stores.here(DataKind.PRIMARY),
                Claims.always(Topic.ENCRYPTION_AT_REST),
                Claims.of(
                        Topic.DELETION_PROTECTION,
                        vault,
                        "purge_protection_enabled",
                        "can be purged once it is deleted"));
    }

    /** The facts of {@code azurerm_key_vault_secret}: Corbel disables it, and deletes it never. */
    public static List<Fact> ofSecret(MapValue secret) {
        return List.of(
                Fact.Stores.here(DataKind.PRIMARY),
                Claims.always(Topic.ENCRYPTION_AT_REST),
                Claims.always(Topic.DELETION_PROTECTION));
    }
}
