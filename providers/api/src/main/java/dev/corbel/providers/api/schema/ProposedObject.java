package dev.corbel.providers.api.schema;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The object that follows from configuration and prior object alone: what the configuration says, in the words of the
 * prior object where those mean the same; else what the prior object has for computed attributes, and for a new object
 * their defaults; else unknown for computed attributes and null for all others.
 */
public final class ProposedObject {
    private ProposedObject() {}

    /**
     * Proposes an object.
     *
     * @param prior null (the value) where there is none
     */
    public static MapValue of(Schema schema, Value prior, MapValue configuration) {
        Map<String, Value> proposed = new LinkedHashMap<>();
        MapValue old = prior.unmarked() instanceof MapValue map ? map : MapValue.EMPTY;
        boolean creation = prior.isNull();
        for (Attribute attribute : schema.attributes().values()) {
            Value configured = configuration.get(attribute.name());
            if (!configured.isNull() || !attribute.isComputed()) {
                proposed.put(
                        attribute.name(),
                        creation ? configured : SameMeaning.keep(attribute, old.get(attribute.name()), configured));
            } else {
                proposed.put(
                        attribute.name(),
                        creation ? attribute.defaultValue().orElse(Value.unknown()) : old.get(attribute.name()));
            }
        }
        for (BlockType block : schema.blocks().values()) {
            Value before = old.get(block.name());
            Value configured = configuration.get(block.name());
            proposed.put(
                    block.name(),
                    blocks(block, before, creation ? configured : SameMeaning.keep(block, before, configured)));
        }
        return Value.map(proposed);
    }

    private static Value blocks(BlockType block, Value prior, Value configured) {
        if (configured.unmarked() instanceof MapValue map) {
            return of(block.schema(), prior, map);
        }
        if (!(configured.unmarked() instanceof ListValue list) || !dependsOnPrior(block.schema())) {
            return configured;
        }
        List<Value> before = prior.unmarked() instanceof ListValue old ? old.elements() : List.of();
        return block.nesting() == BlockType.Nesting.SET
                ? set(block.schema(), before, list)
                : list(block.schema(), before, list);
    }

    private static ListValue list(Schema schema, List<Value> before, ListValue configured) {
        List<Value> proposed = new ArrayList<>(configured.elements().size());
        for (Value element : configured.elements()) {
            Value counterpart = proposed.size() < before.size() ? before.get(proposed.size()) : Value.ofNull();
            proposed.add(element(schema, counterpart, element));
        }
        return Value.list(proposed);
    }

    /** Most elements of a set are the very same as before, and are found without a search. */
    private static ListValue set(Schema schema, List<Value> before, ListValue configured) {
        Set<Value> same = new HashSet<>(before);
        same.retainAll(configured.elements());
        List<Value> unused = new ArrayList<>(before);
        unused.removeIf(same::contains);
        List<Value> proposed = new ArrayList<>(configured.elements().size());
        for (Value element : configured.elements()) {
            Value counterpart = same.contains(element) ? element : takeMatch(schema, unused, element);
            proposed.add(element(schema, counterpart, element));
        }
        return Value.list(proposed);
    }

    private static Value element(Schema schema, Value counterpart, Value configured) {
        return configured.unmarked() instanceof MapValue map ? of(schema, counterpart, map) : configured;
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
            if (!chosenByProvider && !SameMeaning.is(attribute, old.get(attribute.name()), value)) {
                return false;
            }
        }
        for (String block : schema.blocks().keySet()) {
            if (!configured.get(block).fullyUnmarked().equals(old.get(block).fullyUnmarked())) {
                return false;
            }
        }
        return true;
    }

    private static boolean dependsOnPrior(Schema schema) {
        return SameMeaning.isIn(schema) || hasComputed(schema);
    }

    private static boolean hasComputed(Schema schema) {
        return schema.attributes().values().stream().anyMatch(Attribute::isComputed)
                || schema.blocks().values().stream().anyMatch(block -> hasComputed(block.schema()));
    }
}
