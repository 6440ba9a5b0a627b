package dev.corbel.providers.azure.account;

import dev.corbel.clients.azure.Principal;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDataSource;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.definition.Property;
import java.util.Map;
import java.util.Optional;

/** The data source {@code azurerm_client_config}. The session knows it all, so it takes no call. */
public final class ClientConfigData {
    private ClientConfigData() {}

    public static DataSourceType type() {
        return new ArmDataSource(
                "azurerm_client_config",
                "the subscription and the tenant of the provider, and the identity that signs in",
                ClientConfigData::find,
                Property.text("subscription_id").computed().as("subscriptionId"),
                Property.text("tenant_id").computed().as("tenantId"),
                Property.text("client_id").computed().as("clientId"),
                Property.text("object_id").computed().as("objectId"));
    }

    private static Optional<MapValue> find(ArmSession session, MapValue configuration) {
        Principal principal = session.arm().principal();
        return Optional.of(new MapValue(Map.of(
                "id",
                Value.of("/subscriptions/" + session.subscription()),
                "subscriptionId",
                Value.of(session.subscription()),
                "tenantId",
                Value.of(session.tenant()),
                "clientId",
                text(principal.client()),
                "objectId",
                text(principal.object()))));
    }

    private static Value text(Optional<String> id) {
        return id.<Value>map(Value::of).orElse(Value.ofNull());
    }
}
