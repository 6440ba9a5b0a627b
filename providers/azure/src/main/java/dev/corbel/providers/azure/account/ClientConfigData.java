package dev.corbel.providers.azure.account;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.azure.arm.ArmDataSource;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.definition.Property;
import java.util.Optional;

/** The data source {@code azurerm_client_config}. */
public final class ClientConfigData {
    private ClientConfigData() {}

    public static DataSourceType type() {
        return new ArmDataSource(
                "azurerm_client_config",
                "the subscription and the tenant of the provider; who signs in is not told yet",
                ClientConfigData::find,
                Property.text("subscription_id").computed().as("subscriptionId"),
                Property.text("tenant_id").computed().as("tenantId"),
                Property.text("client_id").computed(),
                Property.text("object_id").computed());
    }

    private static Optional<MapValue> find(ArmSession session, MapValue configuration) {
        return session.arm().find("/subscriptions/" + session.subscription(), "2022-12-01");
    }
}
