package dev.corbel.providers.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes known values as JSON and reads them back, numbers to the last digit. Marks are not part of JSON. */
public final class ValueJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ValueJson() {}

    /** Renders a value; an {@link IllegalArgumentException} where something is unknown. */
    public static String write(Value value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(value, generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Writes into a document that is under way. */
    public static void write(Value value, JsonGenerator generator) throws IOException {
        Value bare = value.unmarked();
        if (bare instanceof StringValue text) {
            generator.writeString(text.value());
        } else if (bare instanceof NumberValue number) {
            generator.writeNumber(number.toString());
        } else if (bare instanceof BooleanValue bool) {
            generator.writeBoolean(bool.value());
        } else if (bare instanceof ListValue list) {
            generator.writeStartArray();
            for (Value element : list.elements()) {
                write(element, generator);
            }
            generator.writeEndArray();
        } else if (bare instanceof MapValue map) {
            generator.writeStartObject();
            for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
                generator.writeFieldName(entry.getKey());
                write(entry.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (bare.isNull()) {
            generator.writeNull();
        } else {
            throw new IllegalArgumentException("an unknown value has no JSON");
        }
    }

    /** Reads a text that is one JSON value; an {@link IOException} where it is not. */
    public static Value read(String text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            Value value = read(parser);
            if (parser.nextToken() != null) {
                throw new IOException("there is more text after the JSON value");
            }
            return value;
        }
    }

    /** Reads the value at the current token of a document and leaves the parser at its last token. */
    public static Value read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("the JSON text is empty");
        }
        return switch (token) {
            case VALUE_STRING -> Value.of(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> Value.of(true);
            case VALUE_FALSE -> Value.of(false);
            case VALUE_NULL -> Value.ofNull();
            case START_ARRAY -> array(parser);
            case START_OBJECT -> object(parser);
            default -> throw new IOException("this is no JSON value: " + token);
        };
    }

    private static Value number(JsonParser parser) throws IOException {
        try {
            return Value.of(parser.getDecimalValue());
        } catch (IllegalArgumentException tooLong) {
            throw new IOException(tooLong.getMessage(), tooLong);
        }
    }

    private static Value array(JsonParser parser) throws IOException {
        List<Value> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(read(parser));
        }
        return new ListValue(elements);
    }

    private static Value object(JsonParser parser) throws IOException {
        Map<String, Value> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            entries.put(name, read(parser));
        }
        return new MapValue(entries);
    }
}
