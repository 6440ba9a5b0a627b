package dev.corbel.providers.kit.attribute;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;

/** Attributes of which a definition may set one only. */
public final class ConflictsWith {
    private ConflictsWith() {}

    /** A problem for each pair of which the definition sets both. */
    public static List<Diagnostic> problems(MapValue configuration, List<List<String>> pairs) {
        return pairs.stream()
                .filter(pair -> pair.stream().allMatch(name -> isSet(configuration.get(name))))
                .map(pair -> Diagnostic.error(ConflictsWith.summary(pair), "Set one of them, or neither."))
                .toList();
    }

    /** Says of names of which one may be set that several are. */
    public static String summary(List<String> names) {
        return names.get(0) + " conflicts with " + String.join(" and ", names.subList(1, names.size()));
    }

    /** An unknown value may turn out to be null. */
    private static boolean isSet(Value value) {
        return !value.isNull() && !value.isUnknown();
    }
}
