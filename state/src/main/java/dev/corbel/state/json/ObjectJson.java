package dev.corbel.state.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.StateObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Objects of state in JSON. What is false, empty or zero is left out. */
final class ObjectJson {
    private ObjectJson() {}

    /** Writes who manages an object: in full, or by a name that stands for it. */
    interface ProviderWriter {
        void write(ProviderRecord provider, JsonGenerator json) throws IOException;
    }

    /** Reads what a {@link ProviderWriter} wrote. */
    interface ProviderReader {
        ProviderRecord read(JsonInput input) throws IOException;
    }

    static void write(StateObject object, ProviderWriter providers, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeFieldName("provider");
        providers.write(object.provider(), json);
        json.writeNumberField("schema_version", object.schemaVersion());
        if (object.generation() != 0) {
            json.writeNumberField("generation", object.generation());
        }
        if (object.createBeforeDestroy()) {
            json.writeBooleanField("create_before_destroy", true);
        }
        if (object.preventDestroy().isPresent()) {
            json.writeStringField("prevent_destroy", object.preventDestroy().get());
        }
        if (object.tainted()) {
            json.writeBooleanField("tainted", true);
        }
        if (!object.privateData().isEmpty()) {
            json.writeStringField("private", object.privateData());
        }
        if (!object.dependencies().isEmpty()) {
            AddressJson.writeAll("depends_on", object.dependencies(), json);
        }
        MarkedValueJson.write("attributes", object.attributes(), json);
        json.writeEndObject();
    }

    static StateObject read(JsonInput input, ProviderReader providers, AddressJson addresses) throws IOException {
        Fields fields = new Fields();
        input.object(name -> {
            switch (name) {
                case "provider" -> fields.provider = providers.read(input);
                case "schema_version" -> fields.schemaVersion = input.smallInteger();
                case "generation" -> fields.generation = input.smallInteger();
                case "create_before_destroy" -> fields.createBeforeDestroy = input.bool();
                case "prevent_destroy" -> fields.preventDestroy = input.text();
                case "tainted" -> fields.tainted = input.bool();
                case "private" -> fields.privateData = input.text();
                case "depends_on" -> fields.dependencies = addresses.readAll(input);
                case "attributes" -> fields.attributes = input.value();
                case MarkedValueJson.SENSITIVE -> fields.sensitive = MarkedValueJson.readPaths(input);
                case MarkedValueJson.UNKNOWN -> fields.unknown = MarkedValueJson.readPaths(input);
                default -> throw input.unknownField(name);
            }
        });
        return new StateObject(
                input.required(fields.provider, "provider"),
                input.required(fields.schemaVersion, "schema_version"),
                map(input, fields.attributes, "attributes", fields.sensitive, fields.unknown),
                fields.privateData,
                fields.dependencies,
                fields.createBeforeDestroy,
                Optional.ofNullable(fields.preventDestroy),
                fields.tainted,
                fields.generation);
    }

    static MapValue map(
            JsonInput input, @Nullable Value bare, String name, List<ValuePath> sensitive, List<ValuePath> unknown)
            throws IOException {
        Value marked = MarkedValueJson.restore(input.required(bare, name), sensitive, unknown);
        if (marked instanceof MapValue map) {
            return map;
        }
        throw input.problem("the field \"" + name + "\" is not an object");
    }

    static void writeProvider(ProviderRecord provider, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", provider.key().provider());
        if (!provider.key().configuration().isEmpty()) {
            json.writeStringField("configuration", provider.key().configuration());
        }
        MarkedValueJson.write("settings", provider.configuration(), json);
        json.writeEndObject();
    }

    static ProviderRecord readProvider(JsonInput input) throws IOException {
        Fields fields = new Fields();
        @Nullable String[] key = {null, ""};
        input.object(name -> {
            switch (name) {
                case "name" -> key[0] = input.text();
                case "configuration" -> key[1] = input.text();
                case "settings" -> fields.attributes = input.value();
                case MarkedValueJson.SENSITIVE -> fields.sensitive = MarkedValueJson.readPaths(input);
                case MarkedValueJson.UNKNOWN -> fields.unknown = MarkedValueJson.readPaths(input);
                default -> throw input.unknownField(name);
            }
        });
        return new ProviderRecord(
                new ProviderKey(input.required(key[0], "name"), input.required(key[1], "configuration")),
                map(input, fields.attributes, "settings", fields.sensitive, fields.unknown));
    }

    private static final class Fields {
        private @Nullable ProviderRecord provider;
        private @Nullable Integer schemaVersion;
        private @Nullable Value attributes;
        private String privateData = "";
        private List<Address> dependencies = List.of();
        private List<ValuePath> sensitive = List.of();
        private List<ValuePath> unknown = List.of();
        private boolean createBeforeDestroy;
        private @Nullable String preventDestroy;
        private boolean tainted;
        private int generation;
    }
}
