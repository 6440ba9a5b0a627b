package dev.corbel.providers.kit.attribute;

import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values without parts that make no difference, so that a definition and a service's answer can be compared where the
 * service leaves out attributes that are off or empty, or gives them unasked: null, false, the empty text and empty blocks
 * are all left out.
 */
public final class PlainForm {
    private PlainForm() {}

    /** The same without attributes that say nothing, at any depth. */
    public static MapValue of(MapValue map) {
        Map<String, Value> plain = new LinkedHashMap<>();
        map.fullyUnmarked().entries().forEach((name, value) -> {
            Value inner = plain(value);
            if (!saysNothing(inner)) {
                plain.put(name, inner);
            }
        });
        return new MapValue(plain);
    }

    private static Value plain(Value value) {
        if (value instanceof MapValue map) {
            return of(map);
        }
        return value instanceof ListValue list
                ? Value.list(list.elements().stream().map(PlainForm::plain).toList())
                : value;
    }

    /** Tests for null, false, the empty text, and blocks and lists with nothing in them. */
    public static boolean saysNothing(Value value) {
        return value.isNull()
                || (value instanceof BooleanValue flag && !flag.value())
                || (value instanceof StringValue text && text.value().isEmpty())
                || (value instanceof MapValue map && map.entries().isEmpty())
                || (value instanceof ListValue list && list.elements().isEmpty());
    }
}
