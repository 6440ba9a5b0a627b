package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.util.Map;

/**
 * Writes the shape of a value with {@code true} where something is unknown or sensitive. Of maps only the entries that
 * contain such a place are there; lists keep their positions.
 */
enum ValueMarks {
    UNKNOWN {
        @Override
        boolean isMarked(Value value) {
            return value.isUnknown();
        }

        @Override
        boolean containsMark(Value value) {
            return !value.isWhollyKnown();
        }
    },
    SENSITIVE {
        @Override
        boolean isMarked(Value value) {
            return value instanceof SensitiveValue;
        }

        @Override
        boolean containsMark(Value value) {
            return value.containsSensitive();
        }
    };

    abstract boolean isMarked(Value value);

    abstract boolean containsMark(Value value);

    void write(Value value, JsonGenerator json) throws IOException {
        if (isMarked(value) || (value instanceof SensitiveValue && containsMark(value))) {
            json.writeBoolean(true);
        } else if (value instanceof MapValue map) {
            json.writeStartObject();
            for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
                if (containsMark(entry.getValue())) {
                    json.writeFieldName(entry.getKey());
                    write(entry.getValue(), json);
                }
            }
            json.writeEndObject();
        } else if (value instanceof ListValue list && containsMark(list)) {
            json.writeStartArray();
            for (Value element : list.elements()) {
                write(element, json);
            }
            json.writeEndArray();
        } else {
            json.writeBoolean(false);
        }
    }
}
