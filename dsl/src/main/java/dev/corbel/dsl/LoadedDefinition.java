package dev.corbel.dsl;

import dev.corbel.dsl.model.Definition;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;

/**
 * A definition without errors.
 *
 * @param warnings what is worth knowing all the same
 */
public record LoadedDefinition(Definition definition, List<Diagnostic> warnings) {
    public LoadedDefinition {
        warnings = List.copyOf(warnings);
    }

    /** The text of every file that took part, by the name that diagnostics show. */
    public Map<String, String> sources() {
        return definition.sources();
    }
}
