package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.state.model.State;
import java.io.IOException;

/** State in Terraform's JSON state format 1.0. Secrets are masked. */
public final class StateJson {
    private static final String FORMAT = "1.0";

    private StateJson() {}

    public static String of(State state, String version) {
        return JsonText.document(json -> write(state, version, json));
    }

    static void write(State state, String version, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("format_version", FORMAT);
        json.writeStringField("terraform_version", version);
        if (!state.instances().isEmpty() || !state.outputs().isEmpty()) {
            json.writeFieldName("values");
            ValuesJson.ofState(state, json);
        }
        json.writeEndObject();
    }
}
