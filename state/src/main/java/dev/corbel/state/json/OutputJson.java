package dev.corbel.state.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.state.model.OutputValue;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outputs in JSON. */
final class OutputJson {
    private @Nullable Value value;
    private boolean isSensitive;
    private List<ValuePath> sensitive = List.of();
    private List<ValuePath> unknown = List.of();

    private OutputJson() {}

    static void write(OutputValue output, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (output.sensitive()) {
            json.writeBooleanField("sensitive", true);
        }
        MarkedValueJson.write("value", output.value(), json);
        json.writeEndObject();
    }

    static OutputValue read(JsonInput input) throws IOException {
        OutputJson fields = new OutputJson();
        input.object(name -> {
            switch (name) {
                case "sensitive" -> fields.isSensitive = input.bool();
                case "value" -> fields.value = input.value();
                case MarkedValueJson.SENSITIVE -> fields.sensitive = MarkedValueJson.readPaths(input);
                case MarkedValueJson.UNKNOWN -> fields.unknown = MarkedValueJson.readPaths(input);
                default -> throw input.unknownField(name);
            }
        });
        Value bare = input.required(fields.value, "value");
        return new OutputValue(MarkedValueJson.restore(bare, fields.sensitive, fields.unknown), fields.isSensitive);
    }
}
