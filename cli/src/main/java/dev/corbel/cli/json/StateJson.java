package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.state.model.State;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** State in Terraform's JSON state format 1.0. Secrets are masked. */
public final class StateJson {
    private static final String FORMAT = "1.0";

    private StateJson() {}

    /**
     * The document of a state.
     *
     * @param catalog the providers whose types are in it
     */
    public static String of(State state, ProviderCatalog catalog, DocumentForm form) {
        Notation notation = new Notation(
                TerraformAddresses.of(TerraformAddresses.in(state), Map.of()),
                new TypeSchemas(catalog),
                address -> Optional.empty());
        return form.text(json -> write(state, notation, form, json));
    }

    static void write(State state, Notation notation, DocumentForm form, JsonGenerator json) throws IOException {
        json.writeStartObject();
        form.head(FORMAT, json);
        if (!state.instances().isEmpty() || !state.outputs().isEmpty()) {
            json.writeFieldName("values");
            ValuesJson.ofState(state, notation, json);
        }
        json.writeEndObject();
    }
}
