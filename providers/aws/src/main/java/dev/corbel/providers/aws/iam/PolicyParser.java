package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads policies that were written already, and puts their statements into the form that statement blocks have. */
final class PolicyParser {
    private static final List<String> ELEMENTS = List.of(
            "Sid",
            "Effect",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Principal",
            "NotPrincipal",
            "Condition");

    private PolicyParser() {}

    /** Empty where the text is no policy. */
    static Optional<PolicyDocument> parse(String text) {
        try {
            return ValueJson.read(text) instanceof MapValue document
                    ? statements(document.get("Statement"))
                            .map(statements -> new PolicyDocument(
                                    document.text("Version").orElse(""),
                                    document.text("Id").orElse(""),
                                    statements))
                    : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** IAM takes one statement without a list, too. */
    private static Optional<List<MapValue>> statements(Value value) {
        List<Value> elements = value instanceof ListValue list ? list.elements() : List.of(value);
        List<MapValue> statements = new ArrayList<>();
        for (Value element : elements) {
            if (element instanceof MapValue statement) {
                statements.add(statement(statement));
            } else if (!element.isNull()) {
                return Optional.empty();
            }
        }
        return Optional.of(statements);
    }

    private static MapValue statement(MapValue statement) {
        Map<String, Value> elements = new LinkedHashMap<>();
        for (String name : ELEMENTS) {
            Value value = statement.get(name);
            if (value.isNull() || value.equals(Value.of(""))) {
                continue;
            }
            elements.put(
                    name,
                    switch (name) {
                        case "Principal", "NotPrincipal" -> principals(value);
                        case "Condition" -> conditions(value);
                        default -> value;
                    });
        }
        return new MapValue(elements);
    }

    private static Value principals(Value value) {
        if (!(value instanceof MapValue byType)) {
            return value;
        }
        Map<String, Value> sorted = new TreeMap<>();
        byType.entries()
                .forEach((type, identifiers) -> sorted.put(
                        type,
                        identifiers instanceof ListValue list
                                ? Value.list(PolicyStatement.sorted(texts(list)).stream()
                                        .map(Value::of)
                                        .toList())
                                : identifiers));
        return new MapValue(sorted);
    }

    private static Value conditions(Value value) {
        if (!(value instanceof MapValue byTest)) {
            return value;
        }
        Map<String, Value> tests = new TreeMap<>();
        byTest.entries().forEach((test, byVariable) -> {
            Map<String, Value> variables = new TreeMap<>();
            if (byVariable instanceof MapValue map) {
                map.entries()
                        .forEach((variable, values) ->
                                variables.put(variable, PolicyStatement.oneOrMany(texts(values))));
            }
            tests.put(test, new MapValue(variables));
        });
        return new MapValue(tests);
    }

    /** Numbers and booleans are written as texts. */
    private static List<String> texts(Value value) {
        return value instanceof ListValue list
                ? list.elements().stream().map(Value::toString).toList()
                : List.of(value.toString());
    }
}
