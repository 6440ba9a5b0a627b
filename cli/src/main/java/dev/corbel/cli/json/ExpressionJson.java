package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.dsl.model.Argument;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what a definition says for attributes and blocks of one module: constants, or what they refer to. A constant that a
 * schema calls sensitive or write-only is masked, since no mark is on a literal.
 */
final class ExpressionJson {
    private final TerraformAddresses addresses;
    private final TypeSchemas schemas;
    private final ConfigurationSecrets secrets;
    private final Optional<Address> module;

    /** @param module the component inside of which the expressions stand; empty at the root */
    ExpressionJson(
            TerraformAddresses addresses, TypeSchemas schemas, ConfigurationSecrets secrets, Optional<Address> module) {
        this.addresses = addresses;
        this.schemas = schemas;
        this.secrets = secrets;
        this.module = module;
    }

    /** Writes an object with all arguments of a block of this schema. */
    void arguments(Schema schema, Map<String, Argument> arguments, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Argument> argument : arguments.entrySet()) {
            argument(schema, argument.getKey(), argument.getValue().value(), json);
        }
        json.writeEndObject();
    }

    private void argument(Schema schema, String name, Expression expression, JsonGenerator json) throws IOException {
        BlockType block = schema.block(name);
        if (block == null) {
            Attribute attribute = schema.attribute(name);
            json.writeFieldName(name);
            write(expression, attribute != null && (attribute.isSensitive() || attribute.isWriteOnly()), json);
            return;
        }
        Optional<List<Map<String, Expression>>> blocks = BlockExpressions.of(expression);
        if (blocks.isEmpty()) {
            json.writeFieldName(name);
            json.writeStartObject();
            references(references(expression), json);
            json.writeEndObject();
        } else if (!blocks.get().isEmpty()) {
            json.writeArrayFieldStart(name);
            for (Map<String, Expression> entries : blocks.get()) {
                json.writeStartObject();
                for (Map.Entry<String, Expression> entry : entries.entrySet()) {
                    argument(block.schema(), entry.getKey(), entry.getValue(), json);
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    /** Writes one expression that no schema describes. */
    void write(Expression expression, JsonGenerator json) throws IOException {
        write(expression, false, json);
    }

    private void write(Expression expression, boolean secret, JsonGenerator json) throws IOException {
        json.writeStartObject();
        Set<String> references = references(expression);
        Optional<Value> constant = references.isEmpty() ? constant(expression) : Optional.empty();
        if (constant.isPresent()) {
            json.writeFieldName("constant_value");
            MaskedValue.write(secret ? Value.sensitive(constant.get()) : secrets.mark(constant.get()), json);
        } else {
            references(references, json);
        }
        json.writeEndObject();
    }

    private static void references(Set<String> references, JsonGenerator json) throws IOException {
        if (!references.isEmpty()) {
            json.writeArrayFieldStart("references");
            for (String reference : references) {
                json.writeString(reference);
            }
            json.writeEndArray();
        }
    }

    private Set<String> references(Expression expression) {
        Set<String> references = new LinkedHashSet<>();
        expression.forEachReference(reference -> add(reference, references));
        return references;
    }

    /** The reference and what it implies: the attributes around it, the instance, the resource. */
    private void add(Expression.Reference reference, Set<String> references) {
        String target = addresses.from(module, reference.target());
        List<ValuePath.Step> steps = TerraformShape.of(schemas.of(reference.target()), reference.path())
                .steps();
        for (int length = steps.size(); length > 0; length--) {
            references.add(target + "." + new ValuePath(steps.subList(0, length)));
        }
        references.add(target);
        references.add(addresses.from(module, reference.target().withKey(null)));
    }

    /** The value of an expression of literals; templates and functions without references are left out. */
    private static Optional<Value> constant(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return Optional.of(literal.value());
        }
        if (expression instanceof Expression.Sensitive sensitive) {
            return constant(sensitive.expression()).map(Value::sensitive);
        }
        if (expression instanceof Expression.ListExpression list) {
            List<Optional<Value>> elements =
                    list.elements().stream().map(ExpressionJson::constant).toList();
            return elements.stream().allMatch(Optional::isPresent)
                    ? Optional.of(new ListValue(
                            elements.stream().flatMap(Optional::stream).toList()))
                    : Optional.empty();
        }
        if (expression instanceof Expression.MapExpression map) {
            Map<String, Value> entries = new LinkedHashMap<>();
            for (var entry : map.entries().entrySet()) {
                Optional<Value> constant = constant(entry.getValue());
                if (constant.isEmpty()) {
                    return Optional.empty();
                }
                entries.put(entry.getKey(), constant.get());
            }
            return Optional.of(new MapValue(entries));
        }
        return Optional.empty();
    }
}
