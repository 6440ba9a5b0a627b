package dev.corbel.providers.azure;

import dev.corbel.providers.api.Blueprint;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.client.Accesses;
import dev.corbel.providers.azure.client.SessionOpener;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Microsoft Azure. Loads no class of its SDK before a session opens. */
public final class AzureProvider implements Provider {
    private static final String ENDPOINT = "endpoint";
    private static final String SUBSCRIPTION = "subscription";

    private final Accesses accesses = new Accesses();

    @Override
    public String name() {
        return "azure";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Optional<String> registryAddress() {
        return Optional.of("registry.terraform.io/hashicorp/azurerm");
    }

    @Override
    public Schema configuration() {
        return AzureSchema.CONFIGURATION;
    }

    @Override
    public Set<String> resourceTypeNames() {
        return AzureTypes.RESOURCES.keySet();
    }

    @Override
    public Optional<ResourceType> resourceType(String name) {
        return AzureTypes.resource(name);
    }

    @Override
    public Set<String> dataSourceTypeNames() {
        return AzureTypes.DATA_SOURCES.keySet();
    }

    @Override
    public Optional<DataSourceType> dataSourceType(String name) {
        return AzureTypes.dataSource(name);
    }

    @Override
    public Map<String, Blueprint> blueprints() {
        return ShippedBlueprints.ALL;
    }

    /** Without an endpoint it is a cloud of Microsoft's; ids are the same in any case. */
    @Override
    public MapValue location(MapValue configuration, ProviderContext context) {
        MapValue written = Provider.super.location(configuration, context);
        Optional<String> endpoint = configuration.get(ENDPOINT).isNull()
                ? Optional.of("Azure")
                : written.text(ENDPOINT).map(AzureProvider::plain);
        MapValue place =
                endpoint.map(text -> written.with(ENDPOINT, Value.of(text))).orElse(written);
        return place.text(SUBSCRIPTION)
                .map(id -> place.with(SUBSCRIPTION, Value.of(id.toLowerCase(Locale.ROOT))))
                .orElse(place);
    }

    private static String plain(String endpoint) {
        String lower = endpoint.toLowerCase(Locale.ROOT);
        return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
    }

    @Override
    public Session open(MapValue configuration, ProviderContext context) {
        return SessionOpener.open(configuration, context, accesses, AzureTypes::resource);
    }
}
