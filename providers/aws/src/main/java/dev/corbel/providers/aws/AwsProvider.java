package dev.corbel.providers.aws;

import dev.corbel.providers.api.Blueprint;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.Accounts;
import dev.corbel.providers.aws.client.SessionOpener;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Amazon Web Services. Loads no class of its SDK before a session opens. */
public final class AwsProvider implements Provider {
    private final Accounts accounts = new Accounts();

    @Override
    public String name() {
        return "aws";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Schema configuration() {
        return AwsSchema.CONFIGURATION;
    }

    @Override
    public Set<String> resourceTypeNames() {
        return AwsTypes.RESOURCES.keySet();
    }

    @Override
    public Optional<ResourceType> resourceType(String name) {
        return AwsTypes.resource(name);
    }

    @Override
    public Set<String> dataSourceTypeNames() {
        return AwsTypes.DATA_SOURCES.keySet();
    }

    @Override
    public Optional<DataSourceType> dataSourceType(String name) {
        return AwsTypes.dataSource(name);
    }

    @Override
    public Map<String, Blueprint> blueprints() {
        return ShippedBlueprints.ALL;
    }

    @Override
    public Session open(MapValue configuration, ProviderContext context) {
        return SessionOpener.open(configuration, context, accounts, AwsTypes::service);
    }
}
