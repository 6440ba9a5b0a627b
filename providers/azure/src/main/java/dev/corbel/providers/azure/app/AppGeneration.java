package dev.corbel.providers.azure.app;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The generation of an app's generated secrets, in an environment variable of its containers: a secret that changes makes no revision, and
 * containers that run would never see it. Definitions do not see the variable.
 */
final class AppGeneration {
    private static final DocumentPath CONTAINERS = DocumentPath.of("properties.template.containers");
    private static final String ENVIRONMENT = "env";
    private static final String NAME = "name";
    private static final Value VARIABLE = Value.of("CORBEL_SECRETS");

    private AppGeneration() {}

    /** The body with the variable, where there is a generation. */
    static MapValue sent(MapValue body, MapValue attributes) {
        Value generation = attributes.get(AppSecrets.GENERATION);
        return each(body, environment -> {
            List<Value> variables = without(environment);
            if (!generation.isNull() && !generation.isUnknown()) {
                variables.add(new MapValue(Map.of(NAME, VARIABLE, "value", Value.of(generation.toString()))));
            }
            return variables;
        });
    }

    /** The document without the variable. */
    static MapValue shown(MapValue document) {
        return each(document, AppGeneration::without);
    }

    private static List<Value> without(List<Value> environment) {
        return new ArrayList<>(environment.stream()
                .filter(variable ->
                        !(variable instanceof MapValue map) || !map.get(NAME).equals(VARIABLE))
                .toList());
    }

    private static MapValue each(MapValue document, UnaryOperator<List<Value>> change) {
        return CONTAINERS.in(document) instanceof ListValue containers
                ? CONTAINERS.put(
                        document,
                        Value.list(containers.elements().stream()
                                .map(container -> changed(container, change))
                                .toList()))
                : document;
    }

    private static Value changed(Value container, UnaryOperator<List<Value>> change) {
        if (!(container instanceof MapValue map)) {
            return container;
        }
        List<Value> before = map.get(ENVIRONMENT) instanceof ListValue list ? list.elements() : List.of();
        List<Value> after = change.apply(before);
        return before.isEmpty() && after.isEmpty() ? container : map.with(ENVIRONMENT, Value.list(after));
    }
}
