package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values without what makes no difference, so that a definition and AWS's answer can be compared where AWS leaves out
 * what is off or empty, or says it though nobody asked: nothing, false, the empty text and blocks with nothing in them
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

    static boolean saysNothing(Value value) {
        return value.isNull()
                || (value instanceof BooleanValue flag && !flag.value())
                || (value instanceof StringValue text && text.value().isEmpty())
                || (value instanceof MapValue map && map.entries().isEmpty())
                || (value instanceof ListValue list && list.elements().isEmpty());
    }
}
