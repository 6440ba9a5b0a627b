package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes values that may be sensitive (a mask stands for them) or unknown (left out of maps, null in lists). */
public final class MaskedValue {
    private static final String MASK = "(sensitive value)";

    private MaskedValue() {}

    /** The value that a written one stands for, with marks where masks are. */
    public static Value read(Value written) {
        if (written instanceof StringValue text && text.value().equals(MASK)) {
            return Value.sensitive(written);
        }
        if (written instanceof MapValue map) {
            Map<String, Value> entries = new LinkedHashMap<>();
            map.entries().forEach((name, entry) -> entries.put(name, read(entry)));
            return new MapValue(entries);
        }
        if (written instanceof ListValue list) {
            return new ListValue(list.elements().stream().map(MaskedValue::read).toList());
        }
        return written;
    }

    /** Writes one value. */
    public static void write(Value value, JsonGenerator json) throws IOException {
        if (value instanceof SensitiveValue && value.isWhollyKnown() && !value.isNull()) {
            json.writeString(MASK);
        } else if (value.isUnknown() || value.isNull() || value instanceof SensitiveValue) {
            json.writeNull();
        } else if (value instanceof MapValue map) {
            json.writeStartObject();
            for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
                if (!entry.getValue().isUnknown()) {
                    json.writeFieldName(entry.getKey());
                    write(entry.getValue(), json);
                }
            }
            json.writeEndObject();
        } else if (value instanceof ListValue list) {
            json.writeStartArray();
            for (Value element : list.elements()) {
                write(element, json);
            }
            json.writeEndArray();
        } else {
            ValueJson.write(value, json);
        }
    }
}
