package dev.corbel.providers.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

/** All providers of a run, by name and by the types that they bring. */
public final class ProviderCatalog {
    private final Map<String, Provider> providers = new LinkedHashMap<>();

    public ProviderCatalog(Iterable<? extends Provider> providers) {
        for (Provider provider : providers) {
            if (this.providers.put(provider.name(), provider) != null) {
                throw new IllegalArgumentException("two providers are called " + provider.name());
            }
        }
    }

    /** The providers on the class path. */
    public static ProviderCatalog discover() {
        return new ProviderCatalog(ServiceLoader.load(Provider.class));
    }

    /** The same with a provider in place of the one of its name. */
    public ProviderCatalog with(Provider other) {
        Map<String, Provider> all = new LinkedHashMap<>(providers);
        all.put(other.name(), other);
        return new ProviderCatalog(all.values());
    }

    public Optional<Provider> provider(String name) {
        return Optional.ofNullable(providers.get(name));
    }

    public Set<String> names() {
        return new TreeSet<>(providers.keySet());
    }

    /** The provider that has this resource type or data source type. */
    public Optional<Provider> providerOf(String type) {
        return providers.values().stream()
                .filter(provider -> provider.resourceTypeNames().contains(type)
                        || provider.dataSourceTypeNames().contains(type))
                .findFirst();
    }

    public Optional<ResourceType> resourceType(String name) {
        return providers.values().stream()
                .filter(provider -> provider.resourceTypeNames().contains(name))
                .findFirst()
                .flatMap(provider -> provider.resourceType(name));
    }

    public Optional<DataSourceType> dataSourceType(String name) {
        return providers.values().stream()
                .filter(provider -> provider.dataSourceTypeNames().contains(name))
                .findFirst()
                .flatMap(provider -> provider.dataSourceType(name));
    }

    /** The names of all resource types, for suggestions. */
    public List<String> resourceTypeNames() {
        return providers.values().stream()
                .flatMap(provider -> provider.resourceTypeNames().stream())
                .sorted()
                .toList();
    }

    /** The names of all data source types, for suggestions. */
    public List<String> dataSourceTypeNames() {
        return providers.values().stream()
                .flatMap(provider -> provider.dataSourceTypeNames().stream())
                .sorted()
                .toList();
    }
}
