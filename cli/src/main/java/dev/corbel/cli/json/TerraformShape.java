package dev.corbel.cli.json;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives objects the shape that Terraform's have: every block is a list, and where a list of objects is an attribute, what such an
 * object lacks is an empty text or list, or false. Readers index blocks and look into these objects without asking for null.
 */
final class TerraformShape {
    private TerraformShape() {}

    /** The object of a schema, with its blocks as lists. */
    static Value of(Schema schema, Value object) {
        if (!(object instanceof MapValue map) || !differs(schema)) {
            return object;
        }
        Map<String, Value> shaped = new LinkedHashMap<>(map.entries());
        for (Attribute attribute : schema.attributes().values()) {
            objectType(attribute.type())
                    .ifPresent(
                            type -> shaped.computeIfPresent(attribute.name(), (name, value) -> objects(type, value)));
        }
        for (BlockType block : schema.blocks().values()) {
            shaped.put(block.name(), blocks(block, map.get(block.name())));
        }
        return new MapValue(shaped);
    }

    private static boolean differs(Schema schema) {
        return !schema.blocks().isEmpty()
                || schema.attributes().values().stream()
                        .anyMatch(attribute -> objectType(attribute.type()).isPresent());
    }

    private static Value blocks(BlockType block, Value value) {
        if (value.isNull()) {
            return ListValue.EMPTY;
        }
        if (value instanceof MapValue) {
            return Value.list(of(block.schema(), value));
        }
        return value instanceof ListValue list
                ? Value.list(list.elements().stream()
                        .map(element -> of(block.schema(), element))
                        .toList())
                : value;
    }

    /** The type of the elements of a list or set of objects. */
    private static Optional<Type.ObjectType> objectType(Type type) {
        Type element = type instanceof Type.ListType list
                ? list.element()
                : type instanceof Type.SetType set ? set.element() : type;
        return element != type && element instanceof Type.ObjectType object ? Optional.of(object) : Optional.empty();
    }

    private static Value objects(Type.ObjectType type, Value value) {
        if (value.isNull()) {
            return ListValue.EMPTY;
        }
        return value instanceof ListValue list
                ? Value.list(list.elements().stream()
                        .map(element -> filled(type, element))
                        .toList())
                : value;
    }

    private static Value filled(Type.ObjectType type, Value element) {
        if (!(element instanceof MapValue map)) {
            return element;
        }
        Map<String, Value> filled = new LinkedHashMap<>(map.entries());
        type.attributes().forEach((name, inner) -> {
            if (map.get(name).isNull()) {
                filled.put(name, empty(inner));
            }
        });
        return new MapValue(filled);
    }

    private static Value empty(Type type) {
        if (type == Type.STRING) {
            return Value.of("");
        }
        if (type == Type.BOOLEAN) {
            return Value.of(false);
        }
        return type instanceof Type.ListType || type instanceof Type.SetType ? ListValue.EMPTY : Value.ofNull();
    }

    /** The way into an object that leads to the same place in the shaped one. */
    static ValuePath of(Schema schema, ValuePath path) {
        List<ValuePath.Step> shaped = new ArrayList<>();
        Schema at = schema;
        for (ValuePath.Step step : path.steps()) {
            shaped.add(step);
            BlockType block = step instanceof ValuePath.Name name ? at.block(name.name()) : null;
            if (block != null) {
                at = block.schema();
                if (block.nesting() == BlockType.Nesting.SINGLE) {
                    shaped.add(new ValuePath.Index(0));
                }
            } else if (step instanceof ValuePath.Name) {
                at = Schema.EMPTY;
            }
        }
        return new ValuePath(shaped);
    }
}
