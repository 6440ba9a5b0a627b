package dev.corbel.providers.conformance;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.List;

/** Compares what a provider returned with what was planned: every known planned value must have come back. */
final class Agreement {
    private final List<String> differences = new ArrayList<>();

    private Agreement() {}

    /** What is wrong, a line for each attribute. */
    static List<String> differences(Schema schema, MapValue planned, MapValue returned) {
        Agreement agreement = new Agreement();
        agreement.compare(schema, planned, returned, ValuePath.ROOT);
        return agreement.differences;
    }

    private void compare(Schema schema, MapValue planned, MapValue returned, ValuePath path) {
        for (String name : returned.entries().keySet()) {
            if (!schema.names().contains(name)) {
                differences.add(path.then(name) + " is returned, but not in the schema");
            }
        }
        for (Attribute attribute : schema.attributes().values()) {
            ValuePath here = path.then(attribute.name());
            Value actual = returned.get(attribute.name()).fullyUnmarked();
            if (!actual.isWhollyKnown()) {
                differences.add(here + " is returned as unknown");
            } else if (attribute.isWriteOnly()) {
                if (!actual.isNull()) {
                    differences.add(here + " is write-only, but is returned");
                }
            } else {
                compare(planned.get(attribute.name()).fullyUnmarked(), actual, here);
            }
        }
        for (BlockType block : schema.blocks().values()) {
            compareBlock(
                    block.schema(), planned.get(block.name()), returned.get(block.name()), path.then(block.name()));
        }
    }

    private void compareBlock(Schema schema, Value planned, Value returned, ValuePath path) {
        if (planned instanceof MapValue one && returned instanceof MapValue other) {
            compare(schema, one, other, path);
        } else if (planned instanceof ListValue one
                && returned instanceof ListValue other
                && one.elements().size() == other.elements().size()) {
            for (int i = 0; i < one.elements().size(); i++) {
                compareBlock(schema, one.elements().get(i), other.elements().get(i), path.then(i));
            }
        } else {
            compare(planned.fullyUnmarked(), returned.fullyUnmarked(), path);
        }
    }

    private void compare(Value planned, Value actual, ValuePath path) {
        if (!agree(planned, actual)) {
            differences.add(path + " was planned as " + planned + " and is returned as " + actual);
        }
    }

    private static boolean agree(Value planned, Value actual) {
        if (planned.isUnknown()) {
            return true;
        }
        if (planned instanceof ListValue one && actual instanceof ListValue other && !planned.isWhollyKnown()) {
            // A set with unknown elements may come back in another order, so that only known elements can be looked
            // for.
            return one.elements().stream().filter(Value::isWhollyKnown).allMatch(other.elements()::contains);
        }
        if (planned instanceof MapValue one && actual instanceof MapValue other) {
            return one.entries().keySet().equals(other.entries().keySet())
                    && one.entries().entrySet().stream()
                            .allMatch(entry -> agree(entry.getValue(), other.get(entry.getKey())));
        }
        return planned.equals(actual);
    }
}
