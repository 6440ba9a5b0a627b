package dev.corbel.engine.run;

import dev.corbel.providers.api.Blueprint;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A provider whose types can read and plan, and change nothing. */
final class ReadOnlyProvider implements Provider {
    private final Provider provider;

    private ReadOnlyProvider(Provider provider) {
        this.provider = provider;
    }

    /** The same providers, none of which can change anything. */
    static ProviderCatalog all(ProviderCatalog catalog) {
        List<Provider> providers = catalog.names().stream()
                .flatMap(name -> catalog.provider(name).stream())
                .<Provider>map(ReadOnlyProvider::new)
                .toList();
        return new ProviderCatalog(providers);
    }

    @Override
    public String name() {
        return provider.name();
    }

    @Override
    public String version() {
        return provider.version();
    }

    @Override
    public Optional<String> registryAddress() {
        return provider.registryAddress();
    }

    @Override
    public Schema configuration() {
        return provider.configuration();
    }

    @Override
    public boolean configuresHosts() {
        return provider.configuresHosts();
    }

    @Override
    public Set<String> resourceTypeNames() {
        return provider.resourceTypeNames();
    }

    @Override
    public Optional<ResourceType> resourceType(String name) {
        return provider.resourceType(name).map(ReadOnlyType::new);
    }

    @Override
    public Set<String> dataSourceTypeNames() {
        return provider.dataSourceTypeNames();
    }

    @Override
    public Optional<DataSourceType> dataSourceType(String name) {
        return provider.dataSourceType(name);
    }

    @Override
    public Map<String, Blueprint> blueprints() {
        return provider.blueprints();
    }

    @Override
    public Optional<String> readPolicy(Set<String> types) {
        return provider.readPolicy(types);
    }

    @Override
    public MapValue location(MapValue configuration, ProviderContext context) {
        return provider.location(configuration, context);
    }

    @Override
    public Session open(MapValue configuration, ProviderContext context) {
        return provider.open(configuration, context);
    }
}
