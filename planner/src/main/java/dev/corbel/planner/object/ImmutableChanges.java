package dev.corbel.planner.object;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.List;
import java.util.Set;

/** Finds the immutable attributes that a plan changes, or can no longer promise to leave as they are. */
final class ImmutableChanges {
    private final Set<ValuePath> found;

    private ImmutableChanges(Set<ValuePath> found) {
        this.found = found;
    }

    static void collect(Schema schema, MapValue prior, MapValue planned, Set<ValuePath> found) {
        new ImmutableChanges(found).compare(schema, prior, planned, ValuePath.ROOT);
    }

    private void compare(Schema schema, MapValue prior, MapValue planned, ValuePath path) {
        for (Attribute attribute : schema.attributes().values()) {
            if (attribute.isImmutable()
                    && !attribute.isWriteOnly()
                    && !Marks.sameValue(prior.get(attribute.name()), planned.get(attribute.name()))) {
                found.add(path.then(attribute.name()));
            }
        }
        for (BlockType block : schema.blocks().values()) {
            Value before = prior.get(block.name());
            Value after = planned.get(block.name());
            if (!Marks.sameValue(before, after)) {
                compare(block, before.unmarked(), after.unmarked(), path.then(block.name()));
            }
        }
    }

    private void compare(BlockType block, Value prior, Value planned, ValuePath path) {
        if (block.immutable()) {
            found.add(path);
        } else if (prior instanceof ListValue before && planned instanceof ListValue after) {
            compareElements(block, before.elements(), after.elements(), path);
        } else {
            compare(block.schema(), orEmpty(prior), orEmpty(planned), path);
        }
    }

    private void compareElements(BlockType block, List<Value> before, List<Value> after, ValuePath path) {
        if (block.nesting() == BlockType.Nesting.SET) {
            for (int i = 0; i < after.size(); i++) {
                if (!before.contains(after.get(i))) {
                    compare(block.schema(), MapValue.EMPTY, orEmpty(after.get(i).unmarked()), path.then(i));
                }
            }
            return;
        }
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            Value left = i < before.size() ? before.get(i).unmarked() : MapValue.EMPTY;
            Value right = i < after.size() ? after.get(i).unmarked() : MapValue.EMPTY;
            compare(block.schema(), orEmpty(left), orEmpty(right), path.then(i));
        }
    }

    private static MapValue orEmpty(Value value) {
        return value instanceof MapValue map ? map : MapValue.EMPTY;
    }
}
