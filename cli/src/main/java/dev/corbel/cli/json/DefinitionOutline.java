package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.VariableDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The part of a plan's document that is about the definition: variables and configuration, with secrets masked. A saved plan carries
 * it, so that showing the plan need not run the code in it.
 */
public final class DefinitionOutline {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String VARIABLES = "variables";
    private static final String CONFIGURATION = "configuration";

    private final Part variables;
    private final Part configuration;

    /** Writes one field's value. */
    private interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    private DefinitionOutline(Part variables, Part configuration) {
        this.variables = variables;
        this.configuration = configuration;
    }

    /** The outline of a definition that is at hand. */
    public static DefinitionOutline of(Definition definition) {
        return new DefinitionOutline(
                json -> variables(definition, json), json -> ConfigurationJson.write(definition, json));
    }

    /** The outline that a saved plan carries; without one, there is nothing to say. */
    public static DefinitionOutline read(String text) {
        JsonNode outline;
        try {
            outline = MAPPER.readTree(text.isEmpty() ? "{}" : text);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return new DefinitionOutline(part(outline.path(VARIABLES)), part(outline.path(CONFIGURATION)));
    }

    private static Part part(JsonNode node) {
        return node.isObject()
                ? json -> MAPPER.writeTree(json, node)
                : json -> {
                    json.writeStartObject();
                    json.writeEndObject();
                };
    }

    /** The text that {@link #read} takes. */
    public String text() {
        return JsonText.line(json -> {
            json.writeStartObject();
            writeVariables(json);
            writeConfiguration(json);
            json.writeEndObject();
        });
    }

    void writeVariables(JsonGenerator json) throws IOException {
        json.writeFieldName(VARIABLES);
        variables.write(json);
    }

    void writeConfiguration(JsonGenerator json) throws IOException {
        json.writeFieldName(CONFIGURATION);
        configuration.write(json);
    }

    private static void variables(Definition definition, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (VariableDeclaration variable : definition.variables()) {
            json.writeObjectFieldStart(variable.name());
            json.writeFieldName("value");
            MaskedValue.write(variable.value(), json);
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
