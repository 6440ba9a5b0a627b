package dev.corbel.providers.aws;

import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.util.List;

/** Facts as lines of a table. */
public final class FactTexts {
    private FactTexts() {}

    /** The facts of an object of these names and values in turn, with null for what is left out. */
    public static List<String> of(ReadableType type, Object... namesAndValues) {
        MapValue attributes = Values.map(namesAndValues);
        for (String name : type.schema().names()) {
            attributes = attributes.with(name, attributes.get(name));
        }
        return type.facts(attributes).stream().map(FactTexts::text).toList();
    }

    private static String text(Fact fact) {
        if (fact instanceof Fact.Claim claim) {
            return claim.topic() + " " + claim.holds() + at(fact)
                    + (claim.fault().isEmpty() ? "" : ": " + claim.fault());
        }
        if (fact instanceof Fact.Stores stores) {
            return "stores " + stores.kind().text()
                    + stores.region().map(region -> " in " + region).orElse("") + at(fact);
        }
        if (fact instanceof Fact.Retention retention) {
            return "keeps for " + retention.days() + at(fact);
        }
        if (fact instanceof Fact.Exposure exposure) {
            return "open " + exposure.toEverybody()
                    + exposure.guard().map(guard -> " behind " + guard).orElse("") + at(fact) + ": " + exposure.how();
        }
        if (fact instanceof Fact.Reachable reachable) {
            return "reachable" + (reachable.entrance() ? " by everybody" : "");
        }
        return "one app's " + ((Fact.Owned) fact).what();
    }

    private static String at(Fact fact) {
        return fact.at().isRoot() ? "" : " at " + fact.at();
    }

    /** A text that must not be shown. */
    public static Value secret(String text) {
        return Value.sensitive(Value.of(text));
    }
}
