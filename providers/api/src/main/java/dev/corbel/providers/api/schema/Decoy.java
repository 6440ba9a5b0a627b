package dev.corbel.providers.api.schema;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stands in for a sensitive value, to find out whether a rule's message depends on the value.
 *
 * @param text in place of every text
 * @param number in place of every number
 */
record Decoy(StringValue text, NumberValue number) {
    private static final List<Decoy> ALL = List.of(
            new Decoy(new StringValue("\uFFFD"), new NumberValue(BigDecimal.valueOf(-0.123456789))),
            new Decoy(new StringValue("\uFFFD".repeat(5000)), new NumberValue(new BigDecimal("1e100"))));

    /** Whether a rule says the very same of a value that has nothing in common with this one but its shape. */
    static boolean isSaidOfAll(Validation rule, Value value, String said) {
        for (Decoy decoy : ALL) {
            if (problem(rule, decoy.of(value.fullyUnmarked())).equals(Optional.of(said))) {
                return true;
            }
        }
        return false;
    }

    /** Empty as well where the rule cannot cope with the value. */
    private static Optional<String> problem(Validation rule, Value value) {
        try {
            return rule.problem(value);
        } catch (RuntimeException unprepared) {
            return Optional.empty();
        }
    }

    private Value of(Value value) {
        if (value instanceof StringValue) {
            return text;
        }
        if (value instanceof NumberValue) {
            return number;
        }
        if (value instanceof ListValue list) {
            return Value.list(list.elements().stream().map(this::of).toList());
        }
        if (value instanceof MapValue map) {
            Map<String, Value> entries = new LinkedHashMap<>();
            map.entries().values().forEach(entry -> entries.put(text.value() + entries.size(), of(entry)));
            return Value.map(entries);
        }
        return value;
    }
}
