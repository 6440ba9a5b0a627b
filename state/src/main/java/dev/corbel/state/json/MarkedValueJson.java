package dev.corbel.state.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A value with its marks: the bare value under one field, and beside it the paths to what is sensitive and to what is
 * unknown. An unknown stands as null in the bare value.
 */
final class MarkedValueJson {
    static final String SENSITIVE = "sensitive_paths";
    static final String UNKNOWN = "unknown_paths";

    private MarkedValueJson() {}

    static void write(String name, Value value, JsonGenerator json) throws IOException {
        Marks marks = Marks.of(value);
        json.writeFieldName(name);
        ValueJson.write(marks.unknown().isEmpty() ? value : Marks.set(value, marks.unknown(), Value.ofNull()), json);
        paths(SENSITIVE, marks.sensitive(), json);
        paths(UNKNOWN, marks.unknown(), json);
    }

    /** Writes it without what is sensitive: that reads back as sensitive and unknown. */
    static void writeWithoutSecrets(String name, Value value, JsonGenerator json) throws IOException {
        Marks marks = Marks.of(value);
        Value bare = Marks.set(value, marks.sensitive(), Value.sensitive(Value.unknown()));
        write(name, bare, json);
    }

    private static void paths(String name, List<ValuePath> paths, JsonGenerator json) throws IOException {
        if (paths.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (ValuePath path : paths) {
            json.writeStartArray();
            for (ValuePath.Step step : path.steps()) {
                if (step instanceof ValuePath.Name field) {
                    json.writeString(field.name());
                } else if (step instanceof ValuePath.Index position) {
                    json.writeNumber(position.index());
                }
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    static List<ValuePath> readPaths(JsonInput input) throws IOException {
        List<ValuePath> paths = new ArrayList<>();
        input.array(() -> {
            List<ValuePath.Step> steps = new ArrayList<>();
            input.array(() -> steps.add(
                    input.atText() ? new ValuePath.Name(input.text()) : new ValuePath.Index(input.smallInteger())));
            paths.add(new ValuePath(steps));
        });
        return paths;
    }

    static Value restore(Value bare, List<ValuePath> sensitive, List<ValuePath> unknown) {
        Value known = Marks.set(bare, unknown, Value.unknown());
        return Marks.change(known, sensitive, Value::sensitive);
    }
}
