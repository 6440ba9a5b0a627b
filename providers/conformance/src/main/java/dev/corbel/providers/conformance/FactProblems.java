package dev.corbel.providers.conformance;

import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Facts that a type tells though it cannot know them, or hides from those who ask. */
final class FactProblems {
    private final ReadableType type;
    private final List<String> problems = new ArrayList<>();

    private FactProblems(ReadableType type) {
        this.type = type;
    }

    /**
     * The problems.
     *
     * @param planned the attributes of an object, unknown in places
     */
    static List<String> of(ReadableType type, MapValue planned) {
        FactProblems collector = new FactProblems(type);
        collector.collect(planned);
        return collector.problems;
    }

    private void collect(MapValue planned) {
        List<Fact> told = facts(planned, "of the planned object");
        told.forEach(this::requireAttribute);
        for (String name : planned.entries().keySet()) {
            facts(planned.with(name, Value.unknown()), "while " + name + " is unknown");
        }
        List<Fact> ofNothing = facts(everywhere(Value.ofNull()), "while all is null");
        for (Fact fact : facts(everywhere(Value.unknown()), "while all is unknown")) {
            if (isOpen(fact)) {
                continue;
            }
            if (!fact.at().isRoot()) {
                problems.add("the fact of the unknown " + fact.at() + " is known: " + fact);
            } else if (!told.contains(fact) || !ofNothing.contains(fact)) {
                problems.add("a fact hangs on attributes, and is known while these are unknown: " + fact);
            }
        }
        Map<String, Value> marked = new LinkedHashMap<>();
        planned.entries().forEach((name, value) -> marked.put(name, Value.sensitive(value)));
        List<Fact> ofSecrets = facts(new MapValue(marked), "while all is sensitive");
        if (!ofSecrets.stream()
                .map(FactProblems::withoutWords)
                .toList()
                .equals(told.stream().map(FactProblems::withoutWords).toList())) {
            problems.add("the facts are others while all is sensitive");
        }
    }

    /** A fact without the words for people, which hide what is sensitive. */
    private static Fact withoutWords(Fact fact) {
        return fact instanceof Fact.Exposure exposure
                ? new Fact.Exposure(exposure.toEverybody(), "", exposure.guard(), exposure.at())
                : fact;
    }

    private List<Fact> facts(MapValue attributes, String when) {
        try {
            return type.facts(attributes);
        } catch (RuntimeException failed) {
            problems.add("the facts " + when + " fail: " + failed);
            return List.of();
        }
    }

    private MapValue everywhere(Value value) {
        Map<String, Value> values = new LinkedHashMap<>();
        type.schema().names().forEach(name -> values.put(name, value));
        return new MapValue(values);
    }

    private void requireAttribute(Fact fact) {
        boolean isThere = fact.at().steps().stream()
                .findFirst()
                .map(step -> step instanceof ValuePath.Name name
                        && type.schema().names().contains(name.name()))
                .orElse(true);
        if (!isThere) {
            problems.add("there is no " + fact.at() + " for " + fact);
        }
    }

    /** Tells whether a value that is not known yet decides the fact. A kind of object is no such thing. */
    private static boolean isOpen(Fact fact) {
        if (fact instanceof Fact.Claim claim) {
            return claim.holds() == Answer.UNKNOWN;
        }
        if (fact instanceof Fact.Exposure exposure) {
            return exposure.toEverybody() == Answer.UNKNOWN;
        }
        if (fact instanceof Fact.Retention retention) {
            return retention.days().isUnknown();
        }
        if (fact instanceof Fact.Stores stores) {
            return stores.region().filter(region -> !region.isUnknown()).isEmpty();
        }
        return fact instanceof Fact.Reachable || fact instanceof Fact.Owned;
    }
}
