package dev.corbel.dsl.stage;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values that decided what is declared, as a text that saved plans carry among their sources. What is not known or
 * sensitive in them is left out: nothing was decided by it.
 */
public final class DecidedValues {
    /** The name of the text, which no path of a project has. */
    public static final String SOURCE = "//decided";

    private static final String LEFT_OUT = "//unknown";

    private DecidedValues() {}

    static String text(Map<String, Value> values) {
        return ValueJson.write(open(Value.map(values)));
    }

    static Map<String, Value> values(String text) {
        try {
            return new LinkedHashMap<>(((MapValue) closed(ValueJson.read(text))).entries());
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static Value open(Value value) {
        if (value.isUnknown() || value instanceof SensitiveValue) {
            return Value.map(Map.of(LEFT_OUT, Value.of(true)));
        }
        if (value instanceof ListValue list) {
            return Value.list(list.elements().stream().map(DecidedValues::open).toList());
        }
        if (value instanceof MapValue map) {
            Map<String, Value> entries = new LinkedHashMap<>();
            map.entries().forEach((name, entry) -> entries.put(name, open(entry)));
            return Value.map(entries);
        }
        return value;
    }

    private static Value closed(Value value) {
        if (value instanceof ListValue list) {
            return Value.list(
                    list.elements().stream().map(DecidedValues::closed).toList());
        }
        if (value instanceof MapValue map) {
            if (map.entries().keySet().equals(java.util.Set.of(LEFT_OUT))) {
                return Value.unknown();
            }
            Map<String, Value> entries = new LinkedHashMap<>();
            map.entries().forEach((name, entry) -> entries.put(name, closed(entry)));
            return Value.map(entries);
        }
        return value;
    }
}
