package dev.corbel.planner.object;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where an object is not what was promised. Everything known in the promise must be there again; what was unknown
 * may be anything. Marks do not matter, and neither do write-only attributes.
 */
public final class ResultConformity {
    private final List<ValuePath> found = new ArrayList<>();

    private ResultConformity() {}

    /** The places that differ, empty where the promise is kept. */
    public static List<ValuePath> between(Schema schema, MapValue promised, MapValue actual) {
        ResultConformity deviations = new ResultConformity();
        deviations.compare(schema, promised.fullyUnmarked(), actual.fullyUnmarked(), ValuePath.ROOT);
        return deviations.found;
    }

    private void compare(Schema schema, MapValue promised, MapValue actual, ValuePath path) {
        for (Attribute attribute : schema.attributes().values()) {
            if (!attribute.isWriteOnly()) {
                String name = attribute.name();
                boolean set = attribute.type() instanceof Type.SetType;
                compare(promised.get(name), actual.get(name), set, path.then(name));
            }
        }
        for (BlockType block : schema.blocks().values()) {
            Value left = promised.get(block.name());
            Value right = actual.get(block.name());
            if (!left.isUnknown() && !left.equals(right)) {
                compareBlocks(block, left, right, path.then(block.name()));
            }
        }
    }

    private void compareBlocks(BlockType block, Value promised, Value actual, ValuePath path) {
        if (promised instanceof MapValue left && actual instanceof MapValue right) {
            compare(block.schema(), left, right, path);
        } else if (block.nesting() == BlockType.Nesting.LIST
                && promised instanceof ListValue left
                && actual instanceof ListValue right
                && left.elements().size() == right.elements().size()) {
            for (int i = 0; i < left.elements().size(); i++) {
                compareBlocks(block, left.elements().get(i), right.elements().get(i), path.then(i));
            }
        } else {
            compare(promised, actual, block.nesting() == BlockType.Nesting.SET, path);
        }
    }

    private void compare(Value promised, Value actual, boolean set, ValuePath path) {
        if (promised.isUnknown() || promised.equals(actual)) {
            return;
        }
        if (promised.isWhollyKnown()) {
            found.add(path);
        } else if (promised instanceof ListValue left && actual instanceof ListValue right) {
            compareElements(left.elements(), right.elements(), set, path);
        } else if (promised instanceof MapValue left && actual instanceof MapValue right) {
            compareEntries(left, right, path);
        } else {
            found.add(path);
        }
    }

    private void compareElements(List<Value> promised, List<Value> actual, boolean set, ValuePath path) {
        if (set) {
            boolean kept = actual.size() <= promised.size()
                    && promised.stream().filter(Value::isWhollyKnown).allMatch(actual::contains);
            if (!kept) {
                found.add(path);
            }
        } else if (promised.size() != actual.size()) {
            found.add(path);
        } else {
            for (int i = 0; i < promised.size(); i++) {
                compare(promised.get(i), actual.get(i), false, path.then(i));
            }
        }
    }

    private void compareEntries(MapValue promised, MapValue actual, ValuePath path) {
        if (!promised.entries().keySet().equals(actual.entries().keySet())) {
            found.add(path);
            return;
        }
        promised.entries().forEach((name, value) -> compare(value, actual.get(name), false, path.then(name)));
    }
}
