package dev.corbel.providers.conformance;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes values shortly. */
public final class Values {
    private Values() {}

    /** Names and plain Java values in turn. */
    public static MapValue map(Object... namesAndValues) {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            entries.put((String) namesAndValues[i], of(namesAndValues[i + 1]));
        }
        return new MapValue(entries);
    }

    private static Value of(Object value) {
        if (value instanceof Value already) {
            return already;
        }
        if (value instanceof String text) {
            return Value.of(text);
        }
        if (value instanceof Boolean flag) {
            return Value.of(flag.booleanValue());
        }
        if (value instanceof Integer number) {
            return Value.of(number.longValue());
        }
        if (value instanceof List<?> list) {
            List<Value> elements = new ArrayList<>();
            list.forEach(element -> elements.add(of(element)));
            return Value.list(elements);
        }
        throw new IllegalArgumentException("no value: " + value);
    }
}
