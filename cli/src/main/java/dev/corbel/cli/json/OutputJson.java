package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.util.Map;

/** Writes outputs with their values and types, as Terraform's formats do. */
final class OutputJson {
    private OutputJson() {}

    static void write(String name, Value value, boolean sensitive, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeBooleanField("sensitive", sensitive);
        if (value.isWhollyKnown()) {
            json.writeFieldName("type");
            type(value.fullyUnmarked(), json);
            json.writeFieldName("value");
            MaskedValue.write(sensitive ? Value.sensitive(value) : value, json);
        }
        json.writeEndObject();
    }

    /** The type as Terraform writes it: a word, or a list of a word and what it is made of. */
    static void type(Value value, JsonGenerator json) throws IOException {
        if (value instanceof StringValue) {
            json.writeString("string");
        } else if (value instanceof NumberValue) {
            json.writeString("number");
        } else if (value instanceof BooleanValue) {
            json.writeString("bool");
        } else if (value instanceof ListValue list) {
            json.writeStartArray();
            json.writeString("tuple");
            json.writeStartArray();
            for (Value element : list.elements()) {
                type(element, json);
            }
            json.writeEndArray();
            json.writeEndArray();
        } else if (value instanceof MapValue map) {
            json.writeStartArray();
            json.writeString("object");
            json.writeStartObject();
            for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
                json.writeFieldName(entry.getKey());
                type(entry.getValue(), json);
            }
            json.writeEndObject();
            json.writeEndArray();
        } else {
            json.writeString("dynamic");
        }
    }
}
