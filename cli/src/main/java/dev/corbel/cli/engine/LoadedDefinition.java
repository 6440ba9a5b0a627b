package dev.corbel.cli.engine;

import dev.corbel.dsl.model.Definition;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;

/**
 * A definition as it was read for a run.
 *
 * @param variables the values that were given from outside, as they were given
 */
public record LoadedDefinition(Definition definition, Map<String, String> variables, List<Diagnostic> warnings) {
    public LoadedDefinition {
        variables = Map.copyOf(variables);
        warnings = List.copyOf(warnings);
    }
}
