package dev.corbel.planner.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.UnknownValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values in JSON with all their marks: what is unknown is {@code {"$unknown": true}}, what is sensitive {@code
 * {"$sensitive": VALUE}}. A key of a map that begins with a dollar gets another one in front.
 */
final class ValueCodec {
    private static final String UNKNOWN = "$unknown";
    private static final String SENSITIVE = "$sensitive";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ValueCodec() {}

    static JsonNode write(Value value) {
        if (value instanceof StringValue text) {
            return NODES.textNode(text.value());
        }
        if (value instanceof NumberValue number) {
            return NODES.numberNode(number.value());
        }
        if (value instanceof BooleanValue truth) {
            return NODES.booleanNode(truth.value());
        }
        if (value instanceof UnknownValue) {
            return NODES.objectNode().put(UNKNOWN, true);
        }
        if (value instanceof SensitiveValue sensitive) {
            return NODES.objectNode().set(SENSITIVE, write(sensitive.value()));
        }
        if (value instanceof ListValue list) {
            ArrayNode array = NODES.arrayNode(list.elements().size());
            list.elements().forEach(element -> array.add(write(element)));
            return array;
        }
        if (value instanceof MapValue map) {
            ObjectNode object = NODES.objectNode();
            map.entries().forEach((key, entry) -> object.set(key.startsWith("$") ? "$" + key : key, write(entry)));
            return object;
        }
        return NODES.nullNode();
    }

    static Value read(JsonNode node) {
        if (node.isTextual()) {
            return Value.of(node.textValue());
        }
        if (node.isNumber()) {
            return Value.of(node.decimalValue());
        }
        if (node.isBoolean()) {
            return Value.of(node.booleanValue());
        }
        if (node.isArray()) {
            List<Value> elements = new ArrayList<>(node.size());
            node.forEach(element -> elements.add(read(element)));
            return Value.list(elements);
        }
        if (!node.isObject()) {
            return Value.ofNull();
        }
        if (node.has(UNKNOWN)) {
            return Value.unknown();
        }
        JsonNode sensitive = node.get(SENSITIVE);
        if (sensitive != null) {
            return Value.sensitive(read(sensitive));
        }
        Map<String, Value> entries = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            String key = entry.getKey();
            entries.put(key.startsWith("$") ? key.substring(1) : key, read(entry.getValue()));
        });
        return Value.map(entries);
    }
}
