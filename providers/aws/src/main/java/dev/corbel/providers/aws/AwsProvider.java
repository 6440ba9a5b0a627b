package dev.corbel.providers.aws;

import dev.corbel.providers.api.Blueprint;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.Accounts;
import dev.corbel.providers.aws.client.SessionOpener;
import dev.corbel.providers.aws.tagging.TaggedObjects;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Amazon Web Services. Loads no class of its SDK before a session opens. */
public final class AwsProvider implements Provider {
    private static final String ENDPOINT = "endpoint";
    private static final String ACCOUNT = "account";
    private static final int ACCOUNT_IN_ARN = 4;

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
    public Optional<String> registryAddress() {
        return Optional.of("registry.terraform.io/hashicorp/aws");
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
    public Optional<String> readPolicy(Set<String> types) {
        return Optional.of(ReadActions.policy(types));
    }

    /**
     * The account may be told by the role to take on. Without an endpoint it is AWS itself; without a region or an account
     * nobody knows.
     */
    @Override
    public MapValue location(MapValue configuration, ProviderContext context) {
        MapValue written = Provider.super.location(configuration, context);
        Optional<String> endpoint = configuration.get(ENDPOINT).isNull()
                ? Optional.of("AWS")
                : written.text(ENDPOINT).map(AwsProvider::withoutSlash);
        MapValue place =
                endpoint.map(text -> written.with(ENDPOINT, Value.of(text))).orElse(written);
        return written.text(ACCOUNT).isPresent()
                ? place
                : accountOfRole(configuration)
                        .map(account -> place.with(ACCOUNT, Value.of(account)))
                        .orElse(place);
    }

    private static String withoutSlash(String endpoint) {
        return endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
    }

    private static Optional<String> accountOfRole(MapValue configuration) {
        return configuration.get("assumeRole").unmarked() instanceof MapValue role
                ? role.text("roleArn").map(arn -> arn.split(":", -1)[ACCOUNT_IN_ARN])
                : Optional.empty();
    }

    @Override
    public Session open(MapValue configuration, ProviderContext context) {
        return SessionOpener.open(configuration, context, accounts, AwsTypes::service, TaggedObjects::of);
    }
}
