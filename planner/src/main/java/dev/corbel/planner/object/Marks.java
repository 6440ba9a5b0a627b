package dev.corbel.planner.object;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts marks of sensitivity on values that come back from providers, which see none. */
public final class Marks {
    private Marks() {}

    /** Whether two values are the same, whatever their marks. */
    public static boolean sameValue(Value left, Value right) {
        return left.equals(right) || left.fullyUnmarked().equals(right.fullyUnmarked());
    }

    /**
     * The object with the marks that its schema demands, with those of another object in the same places, and with a mark
     * on every computed text or number that repeats a sensitive one.
     */
    static MapValue onto(Schema schema, MapValue object, MapValue example) {
        MapValue marked = example.containsSensitive() ? repeated(example, like(example, object)) : object;
        return bySchema(schema, marked);
    }

    /** The object with the marks that its schema demands. */
    static MapValue bySchema(Schema schema, MapValue object) {
        Map<String, Value> marked = new LinkedHashMap<>(object.entries());
        boolean changed = false;
        for (Attribute attribute : schema.attributes().values()) {
            Value value = object.get(attribute.name());
            if (attribute.isSensitive() && !value.isNull()) {
                marked.put(attribute.name(), Value.sensitive(value));
                changed = true;
            }
        }
        for (BlockType block : schema.blocks().values()) {
            Value value = object.get(block.name());
            Value inside = inBlocks(block.schema(), value);
            if (inside != value) {
                marked.put(block.name(), inside);
                changed = true;
            }
        }
        return changed ? Value.map(marked) : object;
    }

    private static Value inBlocks(Schema schema, Value value) {
        if (value instanceof MapValue map) {
            return bySchema(schema, map);
        }
        if (!(value instanceof ListValue list)) {
            return value;
        }
        List<Value> elements = new ArrayList<>(list.elements().size());
        boolean changed = false;
        for (Value element : list.elements()) {
            Value marked = inBlocks(schema, element);
            changed |= marked != element;
            elements.add(marked);
        }
        return changed ? Value.list(elements) : value;
    }

    private static MapValue like(MapValue example, MapValue object) {
        return like((Value) example, object) instanceof MapValue map ? map : object;
    }

    private static Value like(Value example, Value value) {
        if (value instanceof SensitiveValue || value.isNull() || !example.containsSensitive()) {
            return value;
        }
        if (example instanceof MapValue examples && value instanceof MapValue map) {
            Map<String, Value> marked = new LinkedHashMap<>();
            map.entries().forEach((name, entry) -> marked.put(name, like(examples.get(name), entry)));
            return Value.map(marked);
        }
        if (example instanceof ListValue examples
                && value instanceof ListValue list
                && examples.elements().size() == list.elements().size()) {
            List<Value> marked = new ArrayList<>();
            for (int i = 0; i < list.elements().size(); i++) {
                marked.add(like(examples.elements().get(i), list.elements().get(i)));
            }
            return Value.list(marked);
        }
        return Value.sensitive(value);
    }

    /** A provider may copy a secret into what it computes; the copy is as sensitive. */
    private static MapValue repeated(MapValue example, MapValue object) {
        Set<Value> secrets = new HashSet<>();
        collectSecrets(example, secrets);
        Map<String, Value> marked = new LinkedHashMap<>();
        object.entries()
                .forEach((name, value) -> marked.put(name, secrets.contains(value) ? Value.sensitive(value) : value));
        return Value.map(marked);
    }

    private static void collectSecrets(Value value, Set<Value> secrets) {
        if (value instanceof SensitiveValue sensitive) {
            Value secret = sensitive.value();
            if (secret instanceof StringValue
                    || secret instanceof NumberValue
                    || secret instanceof ListValue
                    || secret instanceof MapValue) {
                secrets.add(secret);
            }
        } else if (value instanceof MapValue map) {
            map.entries().values().forEach(entry -> collectSecrets(entry, secrets));
        } else if (value instanceof ListValue list) {
            list.elements().forEach(element -> collectSecrets(element, secrets));
        }
    }
}
