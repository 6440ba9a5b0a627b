package dev.corbel.planner.object;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.Value;

/** What the journal does not get of an object that is about to be made. It reads back as sensitive and unknown. */
public final class HeldBack {
    private HeldBack() {}

    /** Whether anything in a planned value, as the journal has it, was held back. */
    public static boolean isIn(Value planned) {
        if (planned instanceof SensitiveValue) {
            return planned.isUnknown();
        }
        if (planned instanceof MapValue map) {
            return map.entries().values().stream().anyMatch(HeldBack::isIn);
        }
        return planned instanceof ListValue list && list.elements().stream().anyMatch(HeldBack::isIn);
    }

    /**
     * Whether something was held back that is secret in this definition alone, and not by its schema: it may be what the
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
