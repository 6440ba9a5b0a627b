package dev.corbel.engine.schema;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Types of one provider, by name. Answers from memory: no session is opened, and no client library is loaded. */
public record ProviderTypes(Provider provider, List<ResourceType> resources, List<DataSourceType> dataSources) {
    public ProviderTypes {
        resources = List.copyOf(resources);
        dataSources = List.copyOf(dataSources);
    }

    /** All types of all providers. */
    public static List<ProviderTypes> all(ProviderCatalog catalog) {
        List<ProviderTypes> all = new ArrayList<>();
        for (String name : catalog.names()) {
            catalog.provider(name)
                    .ifPresent(provider ->
                            all.add(of(provider, provider.resourceTypeNames(), provider.dataSourceTypeNames())));
        }
        return all;
    }

    /**
     * The resource type and the data source of a name; of both kinds where there are both.
     *
     * @throws DiagnosticsException where no provider has a type of this name
     */
    public static ProviderTypes named(ProviderCatalog catalog, String type) {
        Provider provider = catalog.providerOf(type).orElseThrow(() -> unknown(catalog, type));
        return of(provider, Set.of(type), Set.of(type));
    }

    private static ProviderTypes of(Provider provider, Set<String> resources, Set<String> dataSources) {
        return new ProviderTypes(
                provider,
                new TreeSet<>(resources)
                        .stream()
                                .flatMap(name -> provider.resourceType(name).stream())
                                .toList(),
                new TreeSet<>(dataSources)
                        .stream()
                                .flatMap(name -> provider.dataSourceType(name).stream())
                                .toList());
    }

    private static DiagnosticsException unknown(ProviderCatalog catalog, String type) {
        Set<String> names = new TreeSet<>(catalog.resourceTypeNames());
        names.addAll(catalog.dataSourceTypeNames());
        return new DiagnosticsException(Diagnostic.error(
                        "There is no type \"" + type + "\"",
                        "No provider has a resource type or data source of this name.")
                .withHint(Suggestion.didYouMean(type, names).orElse("corbel schema lists all types.")));
    }
}
