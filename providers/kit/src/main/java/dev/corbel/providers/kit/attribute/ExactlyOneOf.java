package dev.corbel.providers.kit.attribute;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;

/** Attributes of which a definition must set one. */
public final class ExactlyOneOf {
    private ExactlyOneOf() {}

    /**
     * A problem where none of these is set, or more than one.
     *
     * @param missing says that none is, such as "The route has no target"
     */
    public static List<Diagnostic> problems(MapValue configuration, String missing, List<String> names) {
        List<String> set = names.stream()
                .filter(name -> !configuration.get(name).isNull()
                        && !configuration.get(name).isUnknown())
                .toList();
        // An unknown value may turn out to be null.
        boolean mayBeSet =
                names.stream().anyMatch(name -> configuration.get(name).isUnknown());
        if (set.isEmpty() && !mayBeSet) {
            return List.of(Diagnostic.error(missing, "Set one of " + String.join(", ", names) + "."));
        }
        return set.size() > 1 ? List.of(Diagnostic.error(ConflictsWith.summary(set), "Set one of them.")) : List.of();
    }
}
