package dev.corbel.dsl.variable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns trees that Jackson has read into values. */
final class JsonTrees {
    private JsonTrees() {}

    static Value value(JsonNode node) {
        if (node.isTextual()) {
            return Value.of(node.textValue());
        }
        if (node.isBoolean()) {
            return Value.of(node.booleanValue());
        }
        if (node.isNumber()) {
            return Value.of(node.decimalValue());
        }
        if (node.isArray()) {
            List<Value> elements = new ArrayList<>();
            node.forEach(element -> elements.add(value(element)));
            return Value.list(elements);
        }
        if (node.isObject()) {
            Map<String, Value> entries = new LinkedHashMap<>();
            node.properties().forEach(entry -> entries.put(entry.getKey(), value(entry.getValue())));
            return Value.map(entries);
        }
        return Value.ofNull();
    }
}
