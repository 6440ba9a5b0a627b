package dev.corbel.providers.azure.monitor;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.azure.fact.StorageFacts;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.Property;
import java.util.Set;

/** {@code azurerm_log_analytics_workspace}: a place for logs. One that was deleted within two weeks comes back with its name. */
public final class LogAnalyticsWorkspaceDefinition {
    private LogAnalyticsWorkspaceDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of(
                        "azurerm_log_analytics_workspace", "Microsoft.OperationalInsights/workspaces", "2025-07-01")
                .called("log analytics workspace")
                .without("`primary_shared_key`, `secondary_shared_key`")
                .tagged()
                .holdingData()
                .minutes(30, 30, 30)
                .fields(
                        Fields.name()
                                .length(4, 63)
                                .matching("[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]", "letters, digits and hyphens"),
                        Fields.resourceGroup(),
                        Fields.location(),
                        Property.flag("allow_resource_only_permissions")
                                .defaultsTo(true)
                                .as("properties.features.enableLogAccessUsingOnlyResourcePermissions"),
                        Property.flag("cmk_for_query_forced").as("properties.forceCmkForQuery"),
                        Property.number("daily_quota_gb").defaultsTo(-1).as("properties.workspaceCapping.dailyQuotaGb"),
                        Fields.id("data_collection_rule_id", "properties.defaultDataCollectionRuleResourceId"),
                        Fields.identity("UserAssigned", "SystemAssigned"),
                        Property.flag("immediate_data_purge_on_30_days_enabled")
                                .as("properties.features.immediatePurgeDataOn30Days"),
                        access("internet_ingestion_access_type", "publicNetworkAccessForIngestion"),
                        access("internet_query_access_type", "publicNetworkAccessForQuery"),
                        Property.flag("local_authentication_enabled")
                                .defaultsTo(true)
                                .as("properties.features.disableLocalAuth", Form.OPPOSITE),
                        Property.number("reservation_capacity_in_gb_per_day")
                                .oneOf(100, 200, 300, 400, 500, 1000, 2000, 5000, 10000, 25000, 50000)
                                .as("properties.sku.capacityReservationLevel"),
                        Property.number("retention_in_days")
                                .orComputed()
                                .between(30, 730)
                                .as("properties.retentionInDays"),
                        Property.text("sku")
                                .orComputed()
                                .oneOf(
                                        "PerGB2018",
                                        "PerNode",
                                        "Premium",
                                        "Standalone",
                                        "Standard",
                                        "CapacityReservation",
                                        "LACluster",
                                        "Unlimited")
                                .withoutCase()
                                .as("properties.sku.name"),
                        Property.text("workspace_id").computed().as("properties.customerId"))
                .hooks(new WorkspaceHooks())
                .replacedWhen("sku", LogAnalyticsWorkspaceDefinition::isAnother)
                .facts(StorageFacts::ofLogs)
                .build();
    }

    private static Property access(String name, String property) {
        return Property.text(name)
                .defaultsTo("Enabled")
                .oneOf("Enabled", "Disabled", "SecuredByPerimeter")
                .guarded()
                .as("properties." + property);
    }

    private static boolean isAnother(Value before, Value after) {
        Set<Value> open = Set.of(Value.of("PerGB2018"), Value.of("CapacityReservation"));
        return !before.isNull()
                && !before.equals(Value.of("LACluster"))
                && !(open.contains(before) && open.contains(after));
    }
}
