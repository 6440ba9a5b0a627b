package dev.corbel.providers.kit.definition;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import dev.corbel.providers.kit.attribute.ExactlyOneOf;
import java.util.List;
import java.util.function.Predicate;

/** Something that a configuration must keep to, and that no single attribute shows. Unknown values are let pass. */
@FunctionalInterface
public interface Rule {

    List<Diagnostic> problems(MapValue configuration);

    /** One of these may be set. */
    static Rule conflicts(String... names) {
        List<String> all = List.of(names);
        return configuration -> {
            List<String> set =
                    all.stream().filter(name -> isSet(configuration, name)).toList();
            return set.size() < 2
                    ? List.of()
                    : List.of(Diagnostic.error(ConflictsWith.summary(set), "Set one of them, or neither."));
        };
    }

    /** One of these must be set. */
    static Rule exactlyOneOf(String... names) {
        List<String> all = List.of(names);
        String missing = String.join(" or ", all) + " is missing";
        return configuration -> ExactlyOneOf.problems(withoutEmpty(configuration, all), missing, all);
    }

    /** One of these must be set, or more of them. */
    static Rule atLeastOneOf(String... names) {
        List<String> all = List.of(names);
        String either = String.join(" or ", all);
        return refuses(
                configuration -> all.stream()
                        .map(configuration::get)
                        .allMatch(value -> value.isNull() || value.equals(ListValue.EMPTY)),
                either + " is missing",
                "Set one of them, or more.");
    }

    /** Blocks that are not there are empty lists. */
    private static MapValue withoutEmpty(MapValue configuration, List<String> names) {
        MapValue plain = configuration;
        for (String name : names) {
            if (configuration.get(name).equals(ListValue.EMPTY)) {
                plain = plain.with(name, Value.ofNull());
            }
        }
        return plain;
    }

    /** Where the first is set, the others must be. */
    static Rule requires(String name, String... others) {
        return configuration -> isSet(configuration, name)
                ? List.of(others).stream()
                        .filter(other -> configuration.get(other).isNull())
                        .map(other -> Diagnostic.error(name + " needs " + other, "Set both, or neither."))
                        .toList()
                : List.of();
    }

    /** The same within a block, and in each where it may stand often. */
    static Rule within(String block, Rule rule) {
        return configuration -> {
            Value value = configuration.get(block).unmarked();
            List<Value> blocks = value instanceof ListValue list ? list.elements() : List.of(value);
            return blocks.stream()
                    .map(Value::unmarked)
                    .filter(MapValue.class::isInstance)
                    .flatMap(map -> rule.problems((MapValue) map).stream())
                    .map(problem -> Diagnostic.error(block + ": " + problem.summary(), problem.detail()))
                    .toList();
        };
    }

    /** A problem where something holds of a configuration. */
    static Rule refuses(Predicate<MapValue> holds, String summary, String detail) {
        return configuration -> holds.test(configuration) ? List.of(Diagnostic.error(summary, detail)) : List.of();
    }

    /** Tests for an attribute that is said and known; a list has to have an element. */
    static boolean isSet(MapValue configuration, String name) {
        Value value = configuration.get(name).unmarked();
        return !value.isNull() && !value.isUnknown() && !value.equals(ListValue.EMPTY);
    }
}
