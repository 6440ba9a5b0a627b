package dev.corbel.planner.object;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NullValue;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes write-only attributes out of what is stored or shown. */
public final class WriteOnly {
    private WriteOnly() {}

    /** The object with null for all write-only attributes. */
    public static MapValue without(Schema schema, MapValue object) {
        if (!any(schema)) {
            return object;
        }
        Map<String, Value> stripped = new LinkedHashMap<>(object.entries());
        for (Attribute attribute : schema.attributes().values()) {
            if (attribute.isWriteOnly()) {
                stripped.put(attribute.name(), NullValue.NULL);
            }
        }
        for (BlockType block : schema.blocks().values()) {
            Value value = stripped.get(block.name());
            if (value != null) {
                stripped.put(block.name(), inBlocks(block.schema(), value));
            }
        }
        return Value.map(stripped);
    }

    private static Value inBlocks(Schema schema, Value value) {
        if (value instanceof MapValue map) {
            return without(schema, map);
        }
        if (value instanceof ListValue list) {
            return Value.list(list.elements().stream()
                    .map(element -> inBlocks(schema, element))
                    .toList());
        }
        return value;
    }

    private static boolean any(Schema schema) {
        return schema.attributes().values().stream().anyMatch(Attribute::isWriteOnly)
                || schema.blocks().values().stream().anyMatch(block -> any(block.schema()));
    }
}
