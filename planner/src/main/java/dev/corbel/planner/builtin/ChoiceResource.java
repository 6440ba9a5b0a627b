package dev.corbel.planner.builtin;

import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code corbel_choice}: chooses a value for each key, and keeps the choice, whatever becomes of the values. Another key
 * gets the first value that none has.
 */
final class ChoiceResource extends StateOnlyType {
    static final String NAME = "corbel_choice";

    private static final String KEYS = "keys";
    private static final String VALUES = "values";
    private static final String CHOSEN = "chosen";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required(KEYS, Type.list(Type.STRING)).describedAs("What a value is chosen for."))
            .attribute(Attribute.optional(VALUES, Type.list(Type.STRING))
                    .writeOnly()
                    .describedAs("The values to choose from, the best first. Looked at where a key has none yet."))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("A random id, new with each object."))
            .attribute(Attribute.computed(CHOSEN, Type.map(Type.STRING))
                    .describedAs("The value of each key, another for each."))
            .build();

    ChoiceResource() {
        super(NAME, SCHEMA);
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue planned = request.proposed();
        Value keys = planned.get(KEYS);
        if (!keys.isWhollyKnown()) {
            return new PlannedObject(planned.with(CHOSEN, Value.unknown()), Set.of());
        }
        Map<String, Value> chosen = new LinkedHashMap<>();
        if (request.prior() instanceof MapValue prior && prior.get(CHOSEN) instanceof MapValue before) {
            texts(keys).stream()
                    .filter(key -> before.entries().containsKey(key))
                    .forEach(key -> chosen.put(key, before.get(key)));
        }
        List<String> without =
                texts(keys).stream().filter(key -> !chosen.containsKey(key)).toList();
        Value values = request.configuration().get(VALUES);
        if (!without.isEmpty() && !values.isWhollyKnown()) {
            return new PlannedObject(planned.with(CHOSEN, Value.unknown()), Set.of());
        }
        without.forEach(key -> chosen.put(key, firstLeft(values, chosen, key)));
        return new PlannedObject(planned.with(CHOSEN, Value.map(chosen)), Set.of());
    }

    private static Value firstLeft(Value values, Map<String, Value> chosen, String key) {
        return texts(values).stream()
                .<Value>map(Value::of)
                .filter(value -> !chosen.containsValue(value))
                .findFirst()
                .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                                "There is nothing left to choose for \"" + key + "\"",
                                "There are these values, and each is taken: " + String.join(", ", texts(values)) + ".")
                        .withHint("Ask for fewer.")));
    }

    private static List<String> texts(Value list) {
        return list.fullyUnmarked() instanceof ListValue texts
                ? texts.elements().stream()
                        .filter(StringValue.class::isInstance)
                        .map(text -> ((StringValue) text).value())
                        .toList()
                : List.of();
    }

    @Override
    MapValue stored(MapValue planned) {
        return planned.with(VALUES, Value.ofNull());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a value for each key, which stays once it is chosen; nothing stands behind it", "", "", "");
    }
}
