package dev.corbel.providers.azure.account;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.azure.arm.ArmDataSource;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.definition.Property;
import java.util.Optional;

/** The data source {@code azurerm_subscription}. */
public final class SubscriptionData {
    private SubscriptionData() {}

    public static DataSourceType type() {
        return new ArmDataSource(
                "azurerm_subscription",
                "a subscription; that of the provider where none is named",
                SubscriptionData::find,
                Property.text("subscription_id").orComputed().as("subscriptionId"),
                Property.text("display_name").computed().as("displayName"),
                Property.text("location_placement_id").computed().as("subscriptionPolicies.locationPlacementId"),
                Property.text("quota_id").computed().as("subscriptionPolicies.quotaId"),
                Property.text("spending_limit").computed().as("subscriptionPolicies.spendingLimit"),
                Property.text("state").computed().as("state"),
                Property.text("tenant_id").computed().as("tenantId"),
                Property.textMap("tags").computed().as("tags"));
    }

    private static Optional<MapValue> find(ArmSession session, MapValue configuration) {
        String id = configuration.text("subscription_id").orElseGet(session::subscription);
        return session.arm().find("/subscriptions/" + id, "2022-12-01");
    }
}
