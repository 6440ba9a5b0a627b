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

/**
 * Keeps from the journal the secrets of an object that is about to be made: sensitive values, and write-only attributes.
 * It reads back as sensitive and unknown.
 */
public final class IntentRedaction {
    private static final Value HELD_BACK = Value.sensitive(Value.unknown());

    private IntentRedaction() {}

    /**
     * The planned object as it is announced. Write-only attributes that the request has are held back already; a computed
     * secret that nobody knows yet is merely unknown, so that nothing seems to be held back of it.
     */
    public static MapValue announced(Schema schema, PlannedObject planned) {
        return announced(schema, planned.attributes(), planned.request());
    }

    private static MapValue announced(Schema schema, MapValue attributes, MapValue request) {
        Map<String, Value> announced = new LinkedHashMap<>(attributes.entries());
        for (Attribute attribute : schema.attributes().values()) {
            String name = attribute.name();
            if (attribute.isWriteOnly()) {
                announced.put(name, request.get(name).isNull() ? Value.ofNull() : HELD_BACK);
            } else if (attributes.get(name).isUnknown()) {
                announced.put(name, Value.unknown());
            }
        }
        for (BlockType block : schema.blocks().values()) {
            String name = block.name();
            announced.computeIfPresent(name, (key, value) -> inBlocks(block.schema(), value, request.get(name)));
        }
        return Value.map(announced);
    }

    /** Both have the same blocks in the same order. */
    private static Value inBlocks(Schema schema, Value blocks, Value request) {
        if (blocks instanceof MapValue block && request instanceof MapValue asked) {
            return announced(schema, block, asked);
        }
        if (!(blocks instanceof ListValue list) || !(request instanceof ListValue asked)) {
            return blocks;
        }
        List<Value> announced = new ArrayList<>(list.elements().size());
        for (int i = 0; i < list.elements().size(); i++) {
            announced.add(
                    inBlocks(schema, list.elements().get(i), asked.elements().get(i)));
        }
        return Value.list(announced);
    }

    /** Tells whether anything in a planned value, as the journal has it, was held back. */
    public static boolean isIn(Value planned) {
        if (planned instanceof SensitiveValue) {
            return planned.isUnknown();
        }
        if (planned instanceof MapValue map) {
            return map.entries().values().stream().anyMatch(IntentRedaction::isIn);
        }
        return planned instanceof ListValue list && list.elements().stream().anyMatch(IntentRedaction::isIn);
    }

    /**
     * Tells whether something was held back that is secret in this definition alone, and not by its schema: it may be what the
     * object is found by.
     */
    public static boolean isInOpenPlaces(Schema schema, MapValue planned) {
        for (Attribute attribute : schema.attributes().values()) {
            boolean open = !attribute.isSensitive() && !attribute.isWriteOnly();
            if (open && isIn(planned.get(attribute.name()))) {
                return true;
            }
        }
        for (BlockType block : schema.blocks().values()) {
            if (isInOpenPlaces(block.schema(), planned.get(block.name()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInOpenPlaces(Schema schema, Value blocks) {
        if (blocks instanceof MapValue block) {
            return isInOpenPlaces(schema, block);
        }
        return blocks instanceof ListValue list
                ? list.elements().stream().anyMatch(block -> isInOpenPlaces(schema, block))
                : isIn(blocks);
    }
}
