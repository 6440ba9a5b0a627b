package dev.corbel.planner.object;

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

/**
 * Turns what a provider returned into what state holds: all attributes of the schema in its order and types, sets in
 * their canonical form, no write-only attributes, and every mark that the schema or the object before demands.
 */
public final class StoredAttributes {
    private static final Type SET = Type.set(Type.ANY);

    private StoredAttributes() {}

    /** Something that a provider returned does not fit its own schema; the message is a sentence about it. */
    public static final class UnfitException extends Exception {
        private static final long serialVersionUID = 1L;

        UnfitException(String message) {
            super(message);
        }
    }

    /**
     * The attributes to store.
     *
     * @param example the object as it was planned, or as it was before, with its marks
     */
    public static MapValue of(Schema schema, MapValue returned, MapValue example) throws UnfitException {
        if (returned.equals(example)) {
            return example;
        }
        for (String name : returned.entries().keySet()) {
            if (schema.attribute(name) == null && schema.block(name) == null) {
                throw new UnfitException("It returned \"" + name + "\", which its schema does not have.");
            }
        }
        MapValue shaped = WriteOnly.without(schema, shaped(schema, returned));
        return Marks.onto(schema, shaped, example);
    }

    private static MapValue shaped(Schema schema, MapValue returned) throws UnfitException {
        Map<String, Value> shaped = new LinkedHashMap<>();
        for (Attribute attribute : schema.attributes().values()) {
            shaped.put(attribute.name(), converted(attribute.name(), returned.get(attribute.name()), attribute.type()));
        }
        for (BlockType block : schema.blocks().values()) {
            Value value = returned.get(block.name());
            if (value instanceof ListValue list) {
                Map<Integer, Value> elements = new LinkedHashMap<>();
                for (Value element : list.elements()) {
                    elements.put(elements.size(), inBlock(block, element));
                }
                ListValue all = Value.list(elements.values().stream().toList());
                value = block.nesting() == BlockType.Nesting.SET ? converted(block.name(), all, SET) : all;
            } else if (value.isNull() && block.nesting() != BlockType.Nesting.SINGLE) {
                value = ListValue.EMPTY;
            } else {
                value = inBlock(block, value);
            }
            shaped.put(block.name(), value);
        }
        return Value.map(shaped);
    }

    private static Value inBlock(BlockType block, Value value) throws UnfitException {
        return value instanceof MapValue map ? shaped(block.schema(), map) : value;
    }

    private static Value converted(String name, Value value, Type type) throws UnfitException {
        try {
            return Conversion.convert(value, type);
        } catch (Conversion.MismatchException mismatch) {
            UnfitException unfit =
                    new UnfitException("What it returned for \"" + name + "\" " + mismatch.getMessage() + ".");
            unfit.initCause(mismatch);
            throw unfit;
        }
    }
}
