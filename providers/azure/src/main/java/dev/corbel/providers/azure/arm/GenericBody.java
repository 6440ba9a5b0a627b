package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of a document that a body names, and documents with a body in them. */
final class GenericBody {
    private static final String NAME = "name";

    private GenericBody() {}

    /** The document with what the body says; null takes a property out, and lists are set whole. */
    static MapValue onto(MapValue document, MapValue body) {
        Map<String, Value> merged = new LinkedHashMap<>(document.entries());
        body.entries().forEach((name, value) -> {
            if (value.isNull()) {
                merged.remove(name);
            } else {
                Value there = merged.getOrDefault(name, Value.ofNull());
                merged.put(
                        name,
                        there instanceof MapValue outer && value instanceof MapValue inner
                                ? onto(outer, inner)
                                : value);
            }
        });
        return new MapValue(merged);
    }

    /**
     * What a document has of the properties that a body names, in the words of the body where they differ in case alone. A property that
     * the document leaves out stays as the body has it: Azure never answers secrets.
     */
    static Value seen(Value body, Value document) {
        if (document.isNull()) {
            return body;
        }
        if (body instanceof MapValue wanted && document instanceof MapValue actual) {
            Map<String, Value> seen = new LinkedHashMap<>();
            wanted.entries().forEach((name, value) -> seen.put(name, seen(value, actual.get(name))));
            return new MapValue(seen);
        }
        if (body instanceof ListValue wanted && document instanceof ListValue actual) {
            return Value.list(elements(wanted.elements(), actual.elements()));
        }
        return body instanceof StringValue said
                        && document instanceof StringValue text
                        && said.value().equalsIgnoreCase(text.value())
                ? body
                : document;
    }

    /** Elements with a name are compared with their namesakes, all others with those in their place. */
    private static List<Value> elements(List<Value> wanted, List<Value> actual) {
        List<Value> seen = new ArrayList<>();
        List<Value> left = new ArrayList<>(actual);
        for (Value element : wanted) {
            Value there = namesake(element, left);
            if (!there.isNull()) {
                left.remove(there);
                seen.add(seen(element, there));
            }
        }
        left.forEach(seen::add);
        return seen;
    }

    private static Value namesake(Value element, List<Value> left) {
        if (element instanceof MapValue map && map.text(NAME).isPresent()) {
            return left.stream()
                    .filter(MapValue.class::isInstance)
                    .filter(other -> ((MapValue) other)
                            .text(NAME)
                            .filter(map.text(NAME).get()::equalsIgnoreCase)
                            .isPresent())
                    .findFirst()
                    .orElse(Value.ofNull());
        }
        return left.isEmpty() ? Value.ofNull() : left.get(0);
    }

    /** Tests whether an object that is as the one body says is as the other says too. */
    static boolean holds(Value known, Value wanted) {
        if (known instanceof MapValue actual && wanted instanceof MapValue body) {
            return body.entries().entrySet().stream()
                    .allMatch(entry -> entry.getValue().isNull()
                            ? actual.get(entry.getKey()).isNull()
                            : holds(actual.get(entry.getKey()), entry.getValue()));
        }
        if (known instanceof ListValue actual && wanted instanceof ListValue body) {
            return actual.elements().size() == body.elements().size()
                    && elements(body.elements(), actual.elements()).equals(body.elements());
        }
        return known.equals(wanted);
    }

    /** The values at paths of a document, by path. */
    static Value at(Value paths, MapValue document) {
        if (!(paths instanceof ListValue list)) {
            return Value.ofNull();
        }
        Map<String, Value> values = new LinkedHashMap<>();
        list.elements()
                .forEach(path -> values.put(
                        path.toString(), DocumentPath.of(path.toString()).in(document)));
        return new MapValue(values);
    }
}
