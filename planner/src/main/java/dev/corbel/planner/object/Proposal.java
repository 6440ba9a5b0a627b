package dev.corbel.planner.object;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The object that follows from configuration and prior object alone: what the configuration says, else what the prior
 * object has for computed attributes, else unknown for computed attributes and null for all others.
 */
final class Proposal {
    private Proposal() {}

    /**
     * Proposes an object.
     *
     * @param prior null (the value) where there is none
     */
    static MapValue of(Schema schema, Value prior, MapValue configuration) {
        Map<String, Value> proposed = new LinkedHashMap<>();
        MapValue old = prior.unmarked() instanceof MapValue map ? map : MapValue.EMPTY;
        boolean creation = prior.isNull();
        for (Attribute attribute : schema.attributes().values()) {
            Value configured = configuration.get(attribute.name());
            if (!configured.isNull() || !attribute.isComputed()) {
                proposed.put(attribute.name(), configured);
            } else {
                proposed.put(attribute.name(), creation ? Value.unknown() : old.get(attribute.name()));
            }
        }
        for (BlockType block : schema.blocks().values()) {
            proposed.put(block.name(), blocks(block, old.get(block.name()), configuration.get(block.name())));
        }
        return Value.map(proposed);
    }

    private static Value blocks(BlockType block, Value prior, Value configured) {
        if (configured.unmarked() instanceof MapValue map) {
            return of(block.schema(), prior, map);
        }
        if (!(configured.unmarked() instanceof ListValue list) || !hasComputed(block.schema())) {
            return configured;
        }
        List<Value> unused =
                prior.unmarked() instanceof ListValue old ? new ArrayList<>(old.elements()) : new ArrayList<>();
        List<Value> proposed = new ArrayList<>(list.elements().size());
        for (Value element : list.elements()) {
            Value counterpart = block.nesting() == BlockType.Nesting.SET
                    ? takeMatch(block.schema(), unused, element)
                    : takeFirst(unused);
            proposed.add(element.unmarked() instanceof MapValue map ? of(block.schema(), counterpart, map) : element);
        }
        return Value.list(proposed);
    }

    private static Value takeFirst(List<Value> unused) {
        return unused.isEmpty() ? Value.ofNull() : unused.remove(0);
    }

    /** Elements of a set have no place; the prior one is that which agrees in all that is configured. */
    private static Value takeMatch(Schema schema, List<Value> unused, Value element) {
        for (int i = 0; i < unused.size(); i++) {
            if (unused.get(i).unmarked() instanceof MapValue old
                    && element.unmarked() instanceof MapValue configured
                    && agrees(schema, old, configured)) {
                return unused.remove(i);
            }
        }
        return Value.ofNull();
    }

    private static boolean agrees(Schema schema, MapValue old, MapValue configured) {
        for (Attribute attribute : schema.attributes().values()) {
            Value value = configured.get(attribute.name());
            boolean chosenByProvider = value.isNull() && attribute.isComputed();
            if (!chosenByProvider && !Marks.sameValue(value, old.get(attribute.name()))) {
                return false;
            }
        }
        for (String block : schema.blocks().keySet()) {
            if (!Marks.sameValue(configured.get(block), old.get(block))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasComputed(Schema schema) {
        return schema.attributes().values().stream().anyMatch(Attribute::isComputed)
                || schema.blocks().values().stream().anyMatch(block -> hasComputed(block.schema()));
    }
}
