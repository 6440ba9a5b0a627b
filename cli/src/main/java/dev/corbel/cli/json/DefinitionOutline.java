package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.corbel.cli.place.DeclaredPlaces;
import dev.corbel.cli.place.Place;
import dev.corbel.cli.place.Places;
import dev.corbel.dsl.model.ComponentDeclaration;
import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.dsl.model.VariableDeclaration;
import dev.corbel.planner.plan.Plan;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.address.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part of a plan's document that is about the definition: variables and configuration, with secrets masked, and what the
 * resources are called. A saved plan carries it, so that showing the plan need not run the code in it.
 */
public final class DefinitionOutline {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String VARIABLES = "variables";
    private static final String CONFIGURATION = "configuration";
    private static final String MODULES = "modules";

    private final Part variables;
    private final Part configuration;
    private final Notation notation;

    /** Writes one field's value. */
    private interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    private DefinitionOutline(Part variables, Part configuration, Notation notation) {
        this.variables = variables;
        this.configuration = configuration;
        this.notation = notation;
    }

    /**
     * The outline of the definition from which a plan was just made.
     *
     * @param catalog the providers whose types are in it
     */
    public static DefinitionOutline of(Plan plan, ProviderCatalog catalog) {
        Definition definition = plan.definition();
        TypeSchemas schemas = new TypeSchemas(catalog);
        DeclaredPlaces places = new DeclaredPlaces(definition);
        TerraformAddresses addresses =
                TerraformAddresses.of(Stream.concat(addresses(definition), TerraformAddresses.in(plan)), Map.of());
        Notation notation = new Notation(addresses, schemas, places);
        ConfigurationSecrets secrets = ConfigurationSecrets.of(definition, schemas);
        return new DefinitionOutline(
                json -> variables(definition, secrets, json),
                json -> ConfigurationJson.write(definition, notation, secrets, json),
                notation);
    }

    private static Stream<Address> addresses(Definition definition) {
        return Stream.of(
                        definition.components().stream().map(ComponentDeclaration::address),
                        definition.resources().stream().map(ResourceDeclaration::address),
                        definition.dataSources().stream().map(DataDeclaration::address))
                .flatMap(all -> all);
    }

    /**
     * The outline that a saved plan carries; without one, there is nothing to say.
     *
     * @param plan what was decided
     * @param catalog the providers whose types are in it
     */
    public static DefinitionOutline read(String text, Plan plan, ProviderCatalog catalog) {
        JsonNode outline;
        try {
            outline = MAPPER.readTree(text.isEmpty() ? "{}" : text);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        Map<String, String> modules = new HashMap<>();
        outline.path(MODULES)
                .properties()
                .forEach(
                        module -> modules.put(module.getKey(), module.getValue().asText()));
        TerraformAddresses addresses = TerraformAddresses.of(TerraformAddresses.in(plan), modules);
        Map<String, Place> places = new HashMap<>();
        collect(outline.path(CONFIGURATION).path("root_module"), "", places);
        return new DefinitionOutline(
                part(outline.path(VARIABLES)),
                part(outline.path(CONFIGURATION)),
                new Notation(
                        addresses,
                        new TypeSchemas(catalog),
                        address -> Optional.ofNullable(places.get(addresses.keyless(address)))));
    }

    private static void collect(JsonNode module, String prefix, Map<String, Place> places) {
        for (JsonNode resource : module.path("resources")) {
            place(prefix + resource.path("address").asText(), resource, places);
        }
        for (Map.Entry<String, JsonNode> call : module.path("module_calls").properties()) {
            String name = prefix + "module." + call.getKey();
            place(name, call.getValue(), places);
            collect(call.getValue().path("module"), name + ".", places);
        }
    }

    private static void place(String name, JsonNode declared, Map<String, Place> places) {
        JsonNode range = declared.path("corbel_range");
        if (range.isObject()) {
            places.put(
                    name,
                    new Place(
                            range.path("filename").asText(), range.path("line").asInt()));
        }
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
            json.writeObjectFieldStart(MODULES);
            for (Map.Entry<String, String> module :
                    notation.addresses().unusual().entrySet()) {
                json.writeStringField(module.getKey(), module.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    /** The places of what the definition declares. */
    public Places places() {
        return notation.places();
    }

    /** The way in which the plan's document speaks of its resources. */
    Notation notation() {
        return notation;
    }

    void writeVariables(JsonGenerator json) throws IOException {
        json.writeFieldName(VARIABLES);
        variables.write(json);
    }

    void writeConfiguration(JsonGenerator json) throws IOException {
        json.writeFieldName(CONFIGURATION);
        configuration.write(json);
    }

    private static void variables(Definition definition, ConfigurationSecrets secrets, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        for (VariableDeclaration variable : definition.variables()) {
            json.writeObjectFieldStart(variable.name());
            json.writeFieldName("value");
            MaskedValue.write(secrets.mark(variable.value()), json);
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
