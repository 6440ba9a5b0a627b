package dev.corbel.engine.drift;

import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.engine.Engine;
import dev.corbel.engine.run.ReadRun;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ReadableType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The permissions that a look at an environment needs, in each target's own form. */
public final class ReadPolicies {
    private static final String DATA = "data.";

    private ReadPolicies() {}

    /** The policies by the names of providers; those are left out that know no permissions. */
    public static Map<String, String> of(Engine engine, VariableInputs inputs) {
        DriftDefinition definition = DriftDefinition.load(engine, inputs);
        try (ReadRun run = engine.runs().read()) {
            Set<String> types = types(definition.definition(), run);
            ProviderCatalog catalog = engine.catalog();
            Map<String, String> policies = new LinkedHashMap<>();
            for (String name : new TreeSet<>(catalog.names())) {
                catalog.provider(name)
                        .flatMap(provider -> policy(provider, types))
                        .ifPresent(policy -> policies.put(name, policy));
            }
            return policies;
        }
    }

    private static Set<String> types(Definition definition, ReadRun run) {
        Set<String> types = new TreeSet<>();
        run.state()
                .instances()
                .keySet()
                .forEach(address -> types.add(address.last().kind()));
        definition.resources().stream().map(ResourceDeclaration::type).forEach(types::add);
        definition.dataSources().stream().map(DataDeclaration::type).forEach(type -> types.add(DATA + type));
        return types;
    }

    private static Optional<String> policy(Provider provider, Set<String> types) {
        Set<String> own = new TreeSet<>();
        for (String name : provider.resourceTypeNames()) {
            boolean attachable = provider.resourceType(name)
                    .map(ReadableType::attachedTo)
                    .filter(parents -> parents.stream().anyMatch(types::contains))
                    .isPresent();
            if (types.contains(name) || attachable) {
                own.add(name);
            }
        }
        provider.dataSourceTypeNames().stream()
                .map(name -> DATA + name)
                .filter(types::contains)
                .forEach(own::add);
        return own.isEmpty() ? Optional.empty() : provider.readPolicy(own);
    }
}
