package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.ComponentDeclaration;
import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.OutputDeclaration;
import dev.corbel.dsl.model.ProviderDeclaration;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.dsl.model.VariableDeclaration;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.expression.Expression;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes a definition as a configuration representation; its components stand where Terraform has module calls. */
final class ConfigurationJson {
    private final Definition definition;
    private final Map<Address, ComponentDeclaration> components = new HashMap<>();
    private final ModuleTree<Block> tree = ModuleTree.root();
    private final Set<Address> seen = new HashSet<>();

    /** A resource or data source, once for all its instances. */
    private record Block(
            Address address,
            boolean keyed,
            ProviderKey provider,
            Map<String, Argument> arguments,
            List<Address> dependsOn) {}

    private ConfigurationJson(Definition definition) {
        this.definition = definition;
        definition.components().forEach(component -> components.put(component.address(), component));
        for (ResourceDeclaration resource : definition.resources()) {
            add(resource.address(), resource.provider(), resource.arguments(), resource.dependsOn());
        }
        for (DataDeclaration data : definition.dataSources()) {
            add(data.address(), data.provider(), data.arguments(), data.dependsOn());
        }
    }

    private void add(Address instance, ProviderKey provider, Map<String, Argument> arguments, List<Address> dependsOn) {
        Address address = instance.withKey(null);
        if (seen.add(address)) {
            tree.add(address, new Block(address, instance.last().key() != null, provider, arguments, dependsOn));
        }
    }

    static void write(Definition definition, JsonGenerator json) throws IOException {
        ConfigurationJson configuration = new ConfigurationJson(definition);
        json.writeStartObject();
        configuration.providers(json);
        json.writeFieldName("root_module");
        configuration.module(configuration.tree, json);
        json.writeEndObject();
    }

    private void providers(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("provider_config");
        for (ProviderDeclaration provider : new TreeMap<>(definition.providers()).values()) {
            json.writeObjectFieldStart(provider.key().toString());
            json.writeStringField("name", provider.key().provider());
            json.writeStringField("full_name", provider.key().provider());
            if (!provider.key().configuration().isEmpty()) {
                json.writeStringField("alias", provider.key().configuration());
            }
            arguments(provider.arguments(), json);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void module(ModuleTree<Block> module, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (module.component().isEmpty()) {
            outputs(json);
        }
        if (!module.members().isEmpty()) {
            json.writeArrayFieldStart("resources");
            for (Block block : module.members()) {
                block(block, json);
            }
            json.writeEndArray();
        }
        if (!module.children().isEmpty()) {
            json.writeObjectFieldStart("module_calls");
            for (Map.Entry<Address, ModuleTree<Block>> child : module.children().entrySet()) {
                call(child.getKey(), child.getValue(), json);
            }
            json.writeEndObject();
        }
        if (module.component().isEmpty()) {
            variables(json);
        }
        json.writeEndObject();
    }

    private void call(Address address, ModuleTree<Block> module, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(ModuleAddress.name(address.last()));
        Optional<ComponentDeclaration> component = Optional.ofNullable(components.get(address));
        json.writeStringField(
                "source",
                component
                        .flatMap(ComponentDeclaration::blueprint)
                        .map(ComponentDeclaration.BlueprintReference::file)
                        .orElse(address.last().kind()));
        json.writeObjectFieldStart("expressions");
        if (component.isPresent()) {
            for (Map.Entry<String, Expression> input :
                    new TreeMap<>(component.get().inputs()).entrySet()) {
                json.writeFieldName(input.getKey());
                ExpressionJson.write(input.getValue(), json);
            }
        }
        json.writeEndObject();
        json.writeFieldName("module");
        module(module, json);
        json.writeEndObject();
    }

    private void block(Block block, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", block.address().toString());
        ResourceJson.identity(block.address(), json);
        json.writeStringField("provider_config_key", block.provider().toString());
        arguments(block.arguments(), json);
        json.writeNumberField("schema_version", 0);
        if (block.keyed()) {
            json.writeObjectFieldStart("for_each_expression");
            json.writeEndObject();
        }
        addresses("depends_on", block.dependsOn(), json);
        json.writeEndObject();
    }

    private void outputs(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("outputs");
        for (OutputDeclaration output : definition.outputs()) {
            json.writeObjectFieldStart(output.name());
            if (output.sensitive()) {
                json.writeBooleanField("sensitive", true);
            }
            json.writeFieldName("expression");
            ExpressionJson.write(output.sensitive() ? new Expression.Sensitive(output.value()) : output.value(), json);
            if (!output.description().isEmpty()) {
                json.writeStringField("description", output.description());
            }
            addresses("depends_on", output.dependsOn(), json);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void variables(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("variables");
        for (VariableDeclaration variable : definition.variables()) {
            json.writeObjectFieldStart(variable.name());
            if (!variable.description().isEmpty()) {
                json.writeStringField("description", variable.description());
            }
            if (variable.sensitive()) {
                json.writeBooleanField("sensitive", true);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void arguments(Map<String, Argument> arguments, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("expressions");
        for (Map.Entry<String, Argument> argument : arguments.entrySet()) {
            json.writeFieldName(argument.getKey());
            ExpressionJson.write(argument.getValue().value(), json);
        }
        json.writeEndObject();
    }

    private static void addresses(String field, List<Address> addresses, JsonGenerator json) throws IOException {
        if (!addresses.isEmpty()) {
            json.writeArrayFieldStart(field);
            for (Address address : addresses) {
                json.writeString(address.toString());
            }
            json.writeEndArray();
        }
    }
}
