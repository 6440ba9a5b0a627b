package dev.corbel.cli.json;

import dev.corbel.state.model.OutputValue;
import java.util.Map;

/** Outputs as JSON documents. Secrets are masked. */
public final class OutputsDocument {
    private OutputsDocument() {}

    /** All outputs by name, each with its type and value. */
    public static String of(Map<String, OutputValue> outputs) {
        return JsonText.document(json -> {
            json.writeStartObject();
            for (Map.Entry<String, OutputValue> output : outputs.entrySet()) {
                OutputJson.write(
                        output.getKey(),
                        output.getValue().value(),
                        output.getValue().sensitive(),
                        json);
            }
            json.writeEndObject();
        });
    }

    /** The value of one output. */
    public static String ofValue(OutputValue output) {
        return JsonText.document(json -> MaskedValue.write(output.marked(), json));
    }
}
