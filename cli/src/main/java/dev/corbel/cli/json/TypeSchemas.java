package dev.corbel.cli.json;

import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.schema.Schema;
import java.util.HashMap;
import java.util.Map;

/** The schemas of what a document is about, each looked up once. A type that no provider has is taken as it comes. */
final class TypeSchemas {
    private final ProviderCatalog catalog;
    private final Map<String, Schema> schemas = new HashMap<>();
    private final Map<String, String> providers = new HashMap<>();

    TypeSchemas(ProviderCatalog catalog) {
        this.catalog = catalog;
    }

    /** The schema of a resource or data source. */
    Schema of(Address address) {
        return schemas.computeIfAbsent(
                address.last().kind(),
                kind -> address.isData()
                        ? catalog.dataSourceType(address.last().type())
                                .map(type -> type.schema())
                                .orElse(Schema.EMPTY)
                        : catalog.resourceType(kind).map(type -> type.schema()).orElse(Schema.EMPTY));
    }

    /** The schema of a provider's own configuration. */
    Schema configuration(ProviderKey key) {
        return catalog.provider(key.provider()).map(Provider::configuration).orElse(Schema.EMPTY);
    }

    /** The address of a provider in Terraform's registry, or its plain name where it is not from there. */
    String registryAddress(String provider) {
        return providers.computeIfAbsent(provider, name -> catalog.provider(name)
                .flatMap(Provider::registryAddress)
                .orElse(name));
    }
}
