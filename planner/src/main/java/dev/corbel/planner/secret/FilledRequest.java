package dev.corbel.planner.secret;

import dev.corbel.planner.object.PlannedObject;
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
import java.util.Optional;

/** The request of a planned object with real values in its write-only attributes, where stand-ins were while it was planned. */
public final class FilledRequest {
    private FilledRequest() {}

    /**
     * The planned object, to be sent.
     *
     * @param configuration of the object with the values that are at hand; unknown where they are not
     * @return empty where a new object needs a value that is not at hand; an update leaves it out
     */
    public static Optional<PlannedObject> of(
            Schema schema, PlannedObject planned, MapValue configuration, boolean creates) {
        MapValue request = filled(schema, planned.request(), configuration.fullyUnmarked());
        MapValue known = known(schema, request);
        return creates && !known.equals(request)
                ? Optional.empty()
                : Optional.of(new PlannedObject(configuration, planned.attributes(), known, planned.replacePaths()));
    }

    private static MapValue filled(Schema schema, MapValue request, MapValue configuration) {
        Map<String, Value> filled = new LinkedHashMap<>(request.entries());
        for (Attribute attribute : schema.attributes().values()) {
            if (attribute.isWriteOnly()) {
                filled.put(attribute.name(), configuration.get(attribute.name()));
            }
        }
        for (BlockType block : schema.blocks().values()) {
            String name = block.name();
            filled.computeIfPresent(name, (key, value) -> inBlocks(block.schema(), value, configuration.get(name)));
        }
        return Value.map(filled);
    }

    /** Both have the same blocks in the same order. */
    private static Value inBlocks(Schema schema, Value request, Value configuration) {
        if (request instanceof MapValue block && configuration instanceof MapValue written) {
            return filled(schema, block, written);
        }
        if (!(request instanceof ListValue blocks) || !(configuration instanceof ListValue written)) {
            return request;
        }
        List<Value> filled = new ArrayList<>();
        for (int i = 0; i < blocks.elements().size(); i++) {
            filled.add(inBlocks(
                    schema, blocks.elements().get(i), written.elements().get(i)));
        }
        return Value.list(filled);
    }

    private static MapValue known(Schema schema, MapValue request) {
        Map<String, Value> known = new LinkedHashMap<>(request.entries());
        for (Attribute attribute : schema.attributes().values()) {
            if (attribute.isWriteOnly() && !request.get(attribute.name()).isWhollyKnown()) {
                known.put(attribute.name(), Value.ofNull());
            }
        }
        for (BlockType block : schema.blocks().values()) {
            known.computeIfPresent(block.name(), (key, value) -> knownBlocks(block.schema(), value));
        }
        return Value.map(known);
    }

    private static Value knownBlocks(Schema schema, Value blocks) {
        if (blocks instanceof MapValue block) {
            return known(schema, block);
        }
        return blocks instanceof ListValue list
                ? Value.list(list.elements().stream()
                        .map(block -> knownBlocks(schema, block))
                        .toList())
                : blocks;
    }
}
