package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns a statement block into the statement of IAM's JSON. */
final class PolicyStatement {
    private final DesiredAttributes block;
    private final String version;
    private final Map<String, Value> elements = new LinkedHashMap<>();

    private PolicyStatement(DesiredAttributes block, String version) {
        this.block = block;
        this.version = version;
    }

    /** The statement; its elements stand in the order in which Terraform writes them. */
    static MapValue of(DesiredAttributes block, String version) throws ProviderException {
        return new PolicyStatement(block, version).build();
    }

    private MapValue build() throws ProviderException {
        String sid = block.text("sid");
        if (sid != null && !sid.isEmpty()) {
            elements.put("Sid", Value.of(sid));
        }
        String effect = block.text("effect");
        elements.put("Effect", Value.of(effect == null ? PolicyDocumentData.ALLOW : effect));
        put("Action", sorted(block.texts("actions")));
        put("NotAction", sorted(block.texts("not_actions")));
        put("Resource", sorted(variables(block.texts("resources"))));
        put("NotResource", sorted(variables(block.texts("not_resources"))));
        principals("Principal", "principals");
        principals("NotPrincipal", "not_principals");
        conditions();
        return new MapValue(elements);
    }

    private void put(String element, List<String> texts) {
        if (!texts.isEmpty()) {
            elements.put(element, oneOrMany(texts));
        }
    }

    static Value oneOrMany(List<String> texts) {
        return texts.size() == 1
                ? Value.of(texts.get(0))
                : Value.list(texts.stream().map(Value::of).toList());
    }

    static List<String> sorted(List<String> texts) {
        return texts.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private void principals(String element, String blocks) throws ProviderException {
        Map<String, List<String>> byType = new TreeMap<>();
        for (DesiredAttributes principal : blocks(blocks)) {
            byType.computeIfAbsent(principal.required("type"), type -> new ArrayList<>())
                    .addAll(sorted(variables(principal.texts("identifiers"))));
        }
        if (List.of("*").equals(byType.get("*"))) {
            elements.put(element, Value.of("*"));
        } else if (!byType.isEmpty()) {
            elements.put(element, map(byType));
        }
    }

    private void conditions() throws ProviderException {
        Map<String, Map<String, List<String>>> byTest = new TreeMap<>();
        for (DesiredAttributes condition : blocks("condition")) {
            byTest.computeIfAbsent(condition.required("test"), test -> new TreeMap<>())
                    .computeIfAbsent(condition.required("variable"), variable -> new ArrayList<>())
                    .addAll(variables(condition.texts("values")));
        }
        if (!byTest.isEmpty()) {
            Map<String, Value> tests = new LinkedHashMap<>();
            byTest.forEach((test, byVariable) -> tests.put(test, map(byVariable)));
            elements.put("Condition", new MapValue(tests));
        }
    }

    private static MapValue map(Map<String, List<String>> texts) {
        Map<String, Value> values = new LinkedHashMap<>();
        texts.forEach((name, list) -> values.put(name, oneOrMany(list)));
        return new MapValue(values);
    }

    private List<DesiredAttributes> blocks(String name) {
        return block.attributes().get(name) instanceof ListValue list
                ? list.elements().stream()
                        .map(element -> new DesiredAttributes((MapValue) element))
                        .toList()
                : List.of();
    }

    /** Variables of IAM are written with an ampersand, since a dollar sign is the definition language's own. */
    private List<String> variables(List<String> texts) throws ProviderException {
        List<String> replaced = new ArrayList<>();
        for (String text : texts) {
            if (text.contains("&{") && version.equals(PolicyDocumentData.OLD)) {
                throw new ProviderException(Diagnostic.error(
                                "Policies of version " + version + " have no variables",
                                "There is one in \"" + text + "\".")
                        .withHint("Write version = '" + PolicyDocumentData.NEWEST + "', or leave version out."));
            }
            replaced.add(text.replace("&{", "${"));
        }
        return replaced;
    }
}
