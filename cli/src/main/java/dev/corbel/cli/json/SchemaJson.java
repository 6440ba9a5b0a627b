package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.engine.schema.ProviderTypes;
import dev.corbel.providers.api.Blueprint;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Types of providers as a JSON document; docs/json.md describes it. */
public final class SchemaJson {
    private static final String FORMAT = "1.0";

    private SchemaJson() {}

    /** The document of some types. */
    public static String of(List<ProviderTypes> providers) {
        return JsonText.document(json -> {
            json.writeStartObject();
            json.writeStringField("format_version", FORMAT);
            json.writeArrayFieldStart("providers");
            for (ProviderTypes types : providers) {
                provider(types, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void provider(ProviderTypes types, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", types.provider().name());
        json.writeStringField("version", types.provider().version());
        json.writeFieldName("configuration");
        schema(types.provider().configuration(), json);
        json.writeArrayFieldStart("resources");
        for (ResourceType type : types.resources()) {
            json.writeStartObject();
            json.writeStringField("name", type.name());
            json.writeStringField("description", type.guide().description());
            json.writeStringField("import_id", type.guide().importId());
            json.writeFieldName("schema");
            schema(type.schema(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("data_sources");
        for (DataSourceType type : types.dataSources()) {
            json.writeStartObject();
            json.writeStringField("name", type.name());
            json.writeStringField("description", type.description());
            json.writeFieldName("schema");
            schema(type.schema(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("blueprints");
        for (Blueprint blueprint : new TreeMap<>(types.provider().blueprints()).values()) {
            json.writeStartObject();
            json.writeStringField("component", blueprint.component());
            json.writeNumberField("version", blueprint.version());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void schema(Schema schema, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", schema.version());
        json.writeArrayFieldStart("attributes");
        for (Attribute attribute : schema.attributes().values()) {
            attribute(attribute, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("blocks");
        for (BlockType block : schema.blocks().values()) {
            block(block, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void attribute(Attribute attribute, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", attribute.name());
        json.writeFieldName("type");
        type(attribute.type(), json);
        json.writeBooleanField("required", attribute.isRequired());
        json.writeBooleanField("optional", attribute.isConfigurable() && !attribute.isRequired());
        json.writeBooleanField("computed", attribute.isComputed());
        json.writeBooleanField("sensitive", attribute.isSensitive());
        json.writeBooleanField("write_only", attribute.isWriteOnly());
        json.writeBooleanField("replaces", attribute.isImmutable());
        json.writeBooleanField("location", attribute.isLocation());
        if (attribute.defaultValue().isPresent()) {
            json.writeFieldName("default");
            ValueJson.write(attribute.defaultValue().get(), json);
        }
        List<String> allowed = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (Validation validation : attribute.validations()) {
            allowed.addAll(validation.allowed());
            if (!validation.rule().isEmpty()) {
                rules.add(validation.rule());
            }
        }
        texts("allowed", allowed, json);
        texts("rules", rules, json);
        json.writeStringField("description", attribute.description());
        json.writeEndObject();
    }

    private static void texts(String name, List<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void block(BlockType block, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", block.name());
        json.writeStringField(
                "nesting",
                switch (block.nesting()) {
                    case SINGLE -> "single";
                    case LIST -> "list";
                    case SET -> "set";
                });
        json.writeNumberField("minimum", block.minimum());
        if (block.maximum() < Integer.MAX_VALUE) {
            json.writeNumberField("maximum", block.maximum());
        }
        json.writeBooleanField("replaces", block.immutable());
        json.writeFieldName("schema");
        schema(block.schema(), json);
        json.writeEndObject();
    }

    /** As in Terraform's schemas: a name, or an array of a name and what it is of. */
    private static void type(Type type, JsonGenerator json) throws IOException {
        if (type instanceof Type.ListType list) {
            of("list", list.element(), json);
        } else if (type instanceof Type.SetType set) {
            of("set", set.element(), json);
        } else if (type instanceof Type.MapType map) {
            of("map", map.element(), json);
        } else if (type instanceof Type.ObjectType object) {
            json.writeStartArray();
            json.writeString("object");
            json.writeStartObject();
            for (Map.Entry<String, Type> entry : new TreeMap<>(object.attributes()).entrySet()) {
                json.writeFieldName(entry.getKey());
                type(entry.getValue(), json);
            }
            json.writeEndObject();
            json.writeEndArray();
        } else {
            json.writeString(type == Type.BOOLEAN ? "bool" : type == Type.ANY ? "dynamic" : type.toString());
        }
    }

    private static void of(String name, Type element, JsonGenerator json) throws IOException {
        json.writeStartArray();
        json.writeString(name);
        type(element, json);
        json.writeEndArray();
    }
}
