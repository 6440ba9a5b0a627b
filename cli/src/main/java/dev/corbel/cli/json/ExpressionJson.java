package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.expression.Expression;
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

/** Writes what a definition says for an attribute: a constant, or what it refers to. */
final class ExpressionJson {
    private ExpressionJson() {}

    static void write(Expression expression, JsonGenerator json) throws IOException {
        json.writeStartObject();
        Set<String> references = new LinkedHashSet<>();
        expression.forEachReference(reference -> addReferences(reference, references));
        Optional<Value> constant = references.isEmpty() ? constant(expression) : Optional.empty();
        if (constant.isPresent()) {
            json.writeFieldName("constant_value");
            MaskedValue.write(constant.get(), json);
        } else if (!references.isEmpty()) {
            json.writeArrayFieldStart("references");
            for (String reference : references) {
                json.writeString(reference);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** The reference and what it implies: the attributes around it, the instance, the resource. */
    private static void addReferences(Expression.Reference reference, Set<String> references) {
        Address target = reference.target();
        List<ValuePath.Step> steps = reference.path().steps();
        for (int length = steps.size(); length > 0; length--) {
            references.add(target + "." + new ValuePath(steps.subList(0, length)));
        }
        references.add(target.toString());
        references.add(target.withKey(null).toString());
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
