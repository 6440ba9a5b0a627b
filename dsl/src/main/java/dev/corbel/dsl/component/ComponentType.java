package dev.corbel.dsl.component;

import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A component of the language: what stands in its block, and what every blueprint of it must give.
 *
 * @param kind the keyword
 * @param labelled whether it must have a label; the others may
 * @param parents the kinds that it may stand in; empty for the outermost level
 * @param needsBlueprint whether it is nothing without a blueprint; the others may only hold other components
 * @param inputs its attributes and blocks
 * @param outputs by name
 */
public record ComponentType(
        String kind,
        boolean labelled,
        Set<String> parents,
        boolean needsBlueprint,
        Schema inputs,
        Map<String, Output> outputs,
        String description) {

    public ComponentType {
        parents = Set.copyOf(parents);
        outputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** A value that a component gives to others. */
    public record Output(String name, Type type, boolean sensitive, String description) {}

    static Map<String, Output> outputs(Output... outputs) {
        Map<String, Output> byName = new LinkedHashMap<>();
        List.of(outputs).forEach(output -> byName.put(output.name(), output));
        return byName;
    }
}
