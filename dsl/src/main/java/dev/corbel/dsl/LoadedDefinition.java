package dev.corbel.dsl;

import dev.corbel.dsl.model.Definition;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A definition without errors.
 *
 * @param warnings what is worth knowing all the same
 * @param decided the references by whose values code decided what is declared, with the values
 * @param complete whether all that decides was known; else parts of the definition are left out
 */
public record LoadedDefinition(
        Definition definition, List<Diagnostic> warnings, Map<String, Value> decided, boolean complete) {
    public LoadedDefinition {
        warnings = List.copyOf(warnings);
        decided = Collections.unmodifiableMap(new LinkedHashMap<>(decided));
    }

    /** A definition in which no reference decides. */
    public LoadedDefinition(Definition definition, List<Diagnostic> warnings) {
        this(definition, warnings, Map.of(), true);
    }

    /** The text of every file that took part, by the name that diagnostics show. */
    public Map<String, String> sources() {
        return definition.sources();
    }
}
