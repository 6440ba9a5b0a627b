package dev.corbel.cli.json;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.Definition;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The secrets that a definition has in its own text: what it says for sensitive and write-only attributes, and what is marked. The
 * text can give the same value to a module or a variable, where no schema tells that it is one.
 */
final class ConfigurationSecrets {
    /** Shorter ones occur by chance. */
    private static final int MIN_LENGTH = 4;

    private final Set<Value> values = new HashSet<>();

    /** The secrets of a definition. */
    static ConfigurationSecrets of(Definition definition, TypeSchemas schemas) {
        ConfigurationSecrets secrets = new ConfigurationSecrets();
        definition
                .resources()
                .forEach(resource -> secrets.collect(schemas.of(resource.address()), resource.arguments()));
        definition.dataSources().forEach(data -> secrets.collect(schemas.of(data.address()), data.arguments()));
        definition
                .providers()
                .values()
                .forEach(provider -> secrets.collect(schemas.configuration(provider.key()), provider.arguments()));
        definition.variables().forEach(variable -> secrets.collect(variable.value(), false));
        return secrets;
    }

    /** The value with a mark on everything in it that is one of them. */
    Value mark(Value value) {
        if (values.isEmpty() || value instanceof SensitiveValue) {
            return value;
        }
        if (value instanceof MapValue map) {
            Map<String, Value> marked = new LinkedHashMap<>();
            map.entries().forEach((name, entry) -> marked.put(name, mark(entry)));
            return Value.map(marked);
        }
        if (value instanceof ListValue list) {
            return Value.list(list.elements().stream().map(this::mark).toList());
        }
        return values.contains(value) ? Value.sensitive(value) : value;
    }

    private void collect(Schema schema, Map<String, Argument> arguments) {
        arguments.forEach((name, argument) -> collect(schema, name, argument.value()));
    }

    private void collect(Schema schema, String name, Expression expression) {
        Attribute attribute = schema.attribute(name);
        BlockType block = schema.block(name);
        if (attribute != null) {
            literals(expression, attribute.isSensitive() || attribute.isWriteOnly());
        } else if (block != null) {
            BlockExpressions.of(expression)
                    .ifPresent(blocks -> blocks.forEach(
                            entries -> entries.forEach((inner, value) -> collect(block.schema(), inner, value))));
        }
    }

    private void literals(Expression expression, boolean secret) {
        if (expression instanceof Expression.Literal literal) {
            collect(literal.value(), secret);
        } else if (expression instanceof Expression.Sensitive sensitive) {
            literals(sensitive.expression(), true);
        } else if (expression instanceof Expression.ListExpression list) {
            list.elements().forEach(element -> literals(element, secret));
        } else if (expression instanceof Expression.MapExpression map) {
            map.entries().values().forEach(entry -> literals(entry, secret));
        }
    }

    private void collect(Value value, boolean secret) {
        if (value instanceof SensitiveValue sensitive) {
            collect(sensitive.value(), true);
        } else if (value instanceof MapValue map) {
            map.entries().values().forEach(entry -> collect(entry, secret));
        } else if (value instanceof ListValue list) {
            list.elements().forEach(element -> collect(element, secret));
        } else if (secret
                && (value instanceof StringValue || value instanceof NumberValue)
                && value.toString().length() >= MIN_LENGTH) {
            values.add(value);
        }
    }
}
