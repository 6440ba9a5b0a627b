package dev.corbel.dsl.model;

import dev.corbel.providers.api.ProviderKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An environment as its files describe it. All names are resolved: expressions refer to instances of resources and data
 * sources and to nothing else; components are expanded by their blueprints, {@code forEach} into instances.
 *
 * @param environment its name
 * @param sources the text of every file that took part, by the name that diagnostics show; enough to evaluate it again
 * @param backend where state is kept; empty for the local default
 * @param providers all provider configurations in use, those that regions imply too
 */
public record Definition(
        String environment,
        Map<String, String> sources,
        Optional<BackendDeclaration> backend,
        Map<ProviderKey, ProviderDeclaration> providers,
        List<VariableDeclaration> variables,
        List<ComponentDeclaration> components,
        List<ResourceDeclaration> resources,
        List<DataDeclaration> dataSources,
        List<OutputDeclaration> outputs,
        List<CheckDeclaration> checks,
        List<MoveDeclaration> moves,
        List<RemovalDeclaration> removals,
        List<AdoptionDeclaration> adoptions,
        List<IgnoredDrift> ignoredDrift,
        Guardrails guardrails) {

    /** A definition that has a name and nothing in it. */
    public static Definition empty(String environment) {
        return new Definition(
                environment,
                Map.of(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Guardrails.NONE);
    }

    public Definition {
        sources = Map.copyOf(sources);
        providers = Map.copyOf(providers);
        variables = List.copyOf(variables);
        components = List.copyOf(components);
        resources = List.copyOf(resources);
        dataSources = List.copyOf(dataSources);
        outputs = List.copyOf(outputs);
        checks = List.copyOf(checks);
        moves = List.copyOf(moves);
        removals = List.copyOf(removals);
        adoptions = List.copyOf(adoptions);
        ignoredDrift = List.copyOf(ignoredDrift);
    }
}
