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
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.expression.Expression;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes a definition as a configuration representation; its components stand where Terraform has module calls. */
final class ConfigurationJson {
    private final Definition definition;
    private final Notation notation;
    private final ConfigurationSecrets secrets;
    private final Map<Address, ComponentDeclaration> components = new HashMap<>();
    private final Set<Address> repeated = new HashSet<>();
    private final ModuleTree<Block> tree = ModuleTree.root();
    private final Set<Address> seen = new HashSet<>();

    /**
     * A resource or data source, once for all its instances.
     *
     * @param address without keys
     * @param instance the one that it is shown by
     */
    private record Block(
            Address address,
            Address instance,
            ProviderKey provider,
            Map<String, Argument> arguments,
            List<Address> dependsOn) {}

    private ConfigurationJson(Definition definition, Notation notation, ConfigurationSecrets secrets) {
        this.definition = definition;
        this.notation = notation;
        this.secrets = secrets;
        for (ComponentDeclaration component : definition.components()) {
            Address address = keyless(component.address());
            components.putIfAbsent(address, component);
            if (component.address().last().key() != null) {
                repeated.add(address);
            }
        }
        for (ResourceDeclaration resource : definition.resources()) {
            add(resource.address(), resource.provider(), resource.arguments(), resource.dependsOn());
        }
        for (DataDeclaration data : definition.dataSources()) {
            add(data.address(), data.provider(), data.arguments(), data.dependsOn());
        }
    }

    private void add(Address instance, ProviderKey provider, Map<String, Argument> arguments, List<Address> dependsOn) {
        Address address = keyless(instance);
        if (seen.add(address)) {
            tree.add(address, new Block(address, instance, provider, arguments, dependsOn));
        }
    }

    private static Address keyless(Address address) {
        List<Step> steps = new ArrayList<>(address.steps().size());
        for (Step step : address.steps()) {
            steps.add(step.key() == null ? step : new Step(step.kind(), step.label(), null));
        }
        return new Address(steps);
    }

    static void write(Definition definition, Notation notation, ConfigurationSecrets secrets, JsonGenerator json)
            throws IOException {
        ConfigurationJson configuration = new ConfigurationJson(definition, notation, secrets);
        json.writeStartObject();
        configuration.providers(json);
        json.writeFieldName("root_module");
        configuration.module(configuration.tree, json);
        json.writeEndObject();
    }

    private ExpressionJson expressions(Optional<Address> module) {
        return new ExpressionJson(notation.addresses(), notation.schemas(), secrets, module);
    }

    private void providers(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("provider_config");
        for (ProviderDeclaration provider : new TreeMap<>(definition.providers()).values()) {
            ProviderKey key = provider.key();
            json.writeObjectFieldStart(key.toString());
            json.writeStringField("name", key.provider());
            json.writeStringField("full_name", notation.schemas().registryAddress(key.provider()));
            if (!key.configuration().isEmpty()) {
                json.writeStringField("alias", key.configuration());
            }
            json.writeFieldName("expressions");
            expressions(Optional.empty()).arguments(notation.schemas().configuration(key), provider.arguments(), json);
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
        json.writeObjectFieldStart(notation.addresses().name(address));
        Optional<ComponentDeclaration> component = Optional.ofNullable(components.get(address));
        json.writeStringField(
                "source",
                component
                        .flatMap(ComponentDeclaration::blueprint)
                        .map(ComponentDeclaration.BlueprintReference::file)
                        .orElse(address.last().kind()));
        notation.range(component.map(ComponentDeclaration::address).orElse(address), json);
        json.writeObjectFieldStart("expressions");
        if (component.isPresent()) {
            ExpressionJson expressions = expressions(component.get().address().parent());
            for (Map.Entry<String, Expression> input :
                    new TreeMap<>(component.get().inputs()).entrySet()) {
                json.writeFieldName(input.getKey());
                expressions.write(input.getValue(), json);
            }
        }
        json.writeEndObject();
        instances(repeated.contains(address), json);
        json.writeFieldName("module");
        module(module, json);
        json.writeEndObject();
    }

    private void block(Block block, JsonGenerator json) throws IOException {
        Optional<Address> module = block.instance().parent();
        json.writeStartObject();
        json.writeStringField("address", TerraformAddresses.local(block.address()));
        Notation.identity(block.address(), json);
        json.writeStringField("provider_config_key", block.provider().toString());
        json.writeStringField("corbel_address", block.address().toString());
        notation.range(block.instance(), json);
        json.writeFieldName("expressions");
        expressions(module).arguments(notation.schemas().of(block.address()), block.arguments(), json);
        json.writeNumberField("schema_version", 0);
        instances(block.instance().last().key() != null, json);
        dependencies(module, block.dependsOn(), json);
        json.writeEndObject();
    }

    /** Tells that there are several instances; what they are is in the other parts of the document. */
    private static void instances(boolean several, JsonGenerator json) throws IOException {
        if (several) {
            json.writeObjectFieldStart("for_each_expression");
            json.writeEndObject();
        }
    }

    private void outputs(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("outputs");
        for (OutputDeclaration output : definition.outputs()) {
            json.writeObjectFieldStart(output.name());
            if (output.sensitive()) {
                json.writeBooleanField("sensitive", true);
            }
            json.writeFieldName("expression");
            expressions(Optional.empty())
                    .write(output.sensitive() ? new Expression.Sensitive(output.value()) : output.value(), json);
            if (!output.description().isEmpty()) {
                json.writeStringField("description", output.description());
            }
            dependencies(Optional.empty(), output.dependsOn(), json);
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

    private void dependencies(Optional<Address> module, List<Address> dependsOn, JsonGenerator json)
            throws IOException {
        if (!dependsOn.isEmpty()) {
            Set<String> resources = new LinkedHashSet<>();
            dependsOn.forEach(instance -> resources.add(notation.addresses().from(module, instance.withKey(null))));
            json.writeArrayFieldStart("depends_on");
            for (String resource : resources) {
                json.writeString(resource);
            }
            json.writeEndArray();
        }
    }
}
