package dev.corbel.planner.object;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts marks of sensitivity on values that come back from providers, which see none. */
public final class Marks {
    private Marks() {}

    /** Tells whether two values are the same, whatever their marks. */
    public static boolean sameValue(Value left, Value right) {
        return left.equals(right) || left.fullyUnmarked().equals(right.fullyUnmarked());
    }

    /**
     * The object with the marks that its schema demands, with those of another object in the same places, with those of
     * attributes that others are derived from, and with a mark on everything that repeats a sensitive text, number, list or
     * map, at any depth.
     */
    static MapValue onto(Schema schema, MapValue object, MapValue example) {
        if (!example.containsSensitive()) {
            return bySchema(schema, object);
        }
        MapValue marked = derived(schema, like(example, object), example);
        return bySchema(schema, Secrets.in(example).mark(marked));
    }

    /** A provider sees no marks, so what it makes of a sensitive value comes back without. */
    private static MapValue derived(Schema schema, MapValue object, MapValue example) {
        Map<String, Value> marked = new LinkedHashMap<>(object.entries());
        for (Attribute attribute : schema.attributes().values()) {
            attribute
                    .origin()
                    .ifPresent(origin -> marked.computeIfPresent(
                            attribute.name(), (name, value) -> derived(example.get(origin), value)));
        }
        return Value.map(marked);
    }

    /** Leaves unknown values unmarked: they show nothing, and their secret parts show once they are known. */
    private static Value derived(Value origin, Value value) {
        return value.isUnknown() && !(origin instanceof SensitiveValue) ? value : like(origin, value);
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
}
