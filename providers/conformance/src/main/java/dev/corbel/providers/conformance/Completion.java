package dev.corbel.providers.conformance;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Completes a configuration as the engine does before it proposes an object. */
public final class Completion {
    private Completion() {}

    /** The configuration with types and defaults of the schema; null where it says nothing. */
    public static MapValue complete(Schema schema, MapValue configuration) {
        for (String name : configuration.entries().keySet()) {
            if (!schema.names().contains(name)) {
                throw new IllegalArgumentException("the specimen sets " + name + ", which the schema does not have");
            }
        }
        Map<String, Value> complete = new LinkedHashMap<>();
        for (Attribute attribute : schema.attributes().values()) {
            Value value = configuration.get(attribute.name());
            complete.put(
                    attribute.name(),
                    value.isNull()
                            ? attribute.isComputed()
                                    ? value
                                    : attribute.defaultValue().orElse(value)
                            : converted(value, attribute.name(), attribute.type()));
        }
        for (BlockType block : schema.blocks().values()) {
            complete.put(block.name(), complete(block, configuration.get(block.name())));
        }
        return new MapValue(complete);
    }

    private static Value converted(Value value, String name, Type type) {
        try {
            return Conversion.convert(value, type);
        } catch (Conversion.MismatchException mismatch) {
            throw new IllegalArgumentException(
                    "the specimen's " + name + mismatch.path() + " " + mismatch.getMessage(), mismatch);
        }
    }

    private static Value complete(BlockType block, Value value) {
        if (value instanceof MapValue map) {
            return complete(block.schema(), map);
        }
        if (value instanceof ListValue list) {
            ListValue blocks = new ListValue(list.elements().stream()
                    .map(element -> complete(block, element))
                    .toList());
            return block.nesting() == BlockType.Nesting.SET
                    ? converted(blocks, block.name(), Type.set(Type.ANY))
                    : blocks;
        }
        return value.isNull() && block.nesting() != BlockType.Nesting.SINGLE ? ListValue.EMPTY : value;
    }
}
