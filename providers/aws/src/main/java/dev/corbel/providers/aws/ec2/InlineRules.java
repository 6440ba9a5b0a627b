package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.schema.NormalForm;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.ec2.SecurityRule.Kind;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rules that stand in a security group itself. One of them may have many peers, and EC2 keeps them in parts and in
 * groups of its own, so both are taken apart and compared.
 *
 * @param id of the group that has the rules
 * @param owner the account of the group
 */
record InlineRules(String id, @Nullable String owner) {
    static final Type TYPE = Type.set(Type.object(Map.of(
            "protocol", Type.STRING,
            "from_port", Type.NUMBER,
            "to_port", Type.NUMBER,
            "cidr_blocks", Type.list(Type.STRING),
            "ipv6_cidr_blocks", Type.list(Type.STRING),
            "prefix_list_ids", Type.list(Type.STRING),
            "security_groups", Type.set(Type.STRING),
            "self", Type.BOOLEAN,
            "description", Type.STRING)));

    /** The rules one by one, as EC2 takes them apart. Here a group's own id is another peer than "self". */
    static final NormalForm FORM = InlineRules::apart;

    private static Value apart(Value rules) {
        return rules.isNull()
                ? rules
                : Attributes.setOf(new InlineRules("self", null)
                        .of(rules).stream()
                                .map(rule -> Value.of(rule.toString()))
                                .toList());
    }

    /** The elements that are known. */
    static List<MapValue> elements(Value rules) {
        if (!(rules.fullyUnmarked() instanceof ListValue list)) {
            return List.of();
        }
        return list.elements().stream()
                .filter(MapValue.class::isInstance)
                .map(MapValue.class::cast)
                .toList();
    }

    /** What inline rules allow, rule by rule; nothing where they are null or unknown. */
    Set<SecurityRule> of(Value rules) {
        Set<SecurityRule> all = new LinkedHashSet<>();
        elements(rules).forEach(element -> all.addAll(of(element)));
        return all;
    }

    private List<SecurityRule> of(MapValue element) {
        DesiredAttributes desired = new DesiredAttributes(element);
        List<SecurityRule> rules = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (String peer : desired.texts(kind.attribute())) {
                rules.add(rule(desired, kind, kind == Kind.GROUP ? GroupReference.canonical(peer, owner) : peer));
            }
        }
        if (desired.isTrue("self")) {
            rules.add(rule(desired, Kind.GROUP, id));
        }
        return rules;
    }

    private static SecurityRule rule(DesiredAttributes desired, Kind kind, String peer) {
        return SecurityRule.of(
                desired.required("protocol"),
                desired.number("from_port"),
                desired.number("to_port"),
                kind,
                peer,
                desired.text("description"));
    }

    /** The actual rules in the words of the known ones as far as those hold; the rest as Terraform writes it. */
    Value show(Value known, Set<SecurityRule> actual) {
        List<Value> shown = new ArrayList<>();
        Set<SecurityRule> rest = new LinkedHashSet<>(actual);
        for (MapValue element : elements(known)) {
            List<SecurityRule> rules = of(element);
            if (actual.containsAll(rules)) {
                shown.add(element);
                rules.forEach(rest::remove);
            }
        }
        Map<SecurityRule, Map<Kind, Set<String>>> groups = new LinkedHashMap<>();
        for (SecurityRule rule : rest) {
            SecurityRule alike =
                    new SecurityRule(rule.protocol(), rule.from(), rule.to(), Kind.GROUP, "", rule.description());
            groups.computeIfAbsent(alike, key -> new EnumMap<>(Kind.class))
                    .computeIfAbsent(rule.kind(), key -> new TreeSet<>())
                    .add(rule.peer());
        }
        groups.forEach((rule, peers) -> shown.add(element(rule, peers)));
        return Attributes.setOf(shown);
    }

    private MapValue element(SecurityRule rule, Map<Kind, Set<String>> peers) {
        Map<String, Value> element = new LinkedHashMap<>();
        element.put("protocol", Value.of(rule.protocol()));
        element.put("from_port", port(rule.from()));
        element.put("to_port", port(rule.to()));
        element.put("description", Value.of(rule.description()));
        for (Kind kind : Kind.values()) {
            Set<String> names = new HashSet<>(peers.getOrDefault(kind, Set.of()));
            if (kind == Kind.GROUP) {
                element.put("self", Value.of(names.remove(id)));
            }
            element.put(
                    kind.attribute(),
                    Attributes.setOf(names.stream().map(Value::of).toList()));
        }
        return new MapValue(element);
    }

    private static Value port(@Nullable Integer port) {
        return Value.of(port == null ? 0 : port.longValue());
    }
}
