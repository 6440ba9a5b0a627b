package dev.corbel.providers.azure.monitor;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import dev.corbel.providers.kit.definition.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code azurerm_monitor_diagnostic_setting}: where the logs and measures of an object go. */
public final class DiagnosticSettingDefinition {
    static final String ENABLED = "enabled";

    private DiagnosticSettingDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of(
                        "azurerm_monitor_diagnostic_setting",
                        "Microsoft.Insights/diagnosticSettings",
                        DiagnosticSettingHooks.VERSION)
                .called("diagnostic setting")
                .id("{target_resource_id}" + DiagnosticSettingHooks.BELOW + "/{name}")
                .importedBy("the id, or that of the target and the name with `|` between them")
                .unlisted()
                .minutes(30, 30, 60)
                .waits(3, 5, Duration.ofSeconds(5))
                .hooks(new DiagnosticSettingHooks())
                .fields(
                        Fields.name()
                                .length(1, 260)
                                .matching(
                                        "[^<>*%&:\\\\?+/]*[^<>*%&:\\\\?+/ ]",
                                        "none of <>*%&:\\?+/ and no space at the end"),
                        Fields.id("target_resource_id").required().immutable(),
                        Fields.id("log_analytics_workspace_id", "properties.workspaceId"),
                        Property.text("log_analytics_destination_type")
                                .orComputed()
                                .oneOf("Dedicated", "AzureDiagnostics")
                                .as("properties.logAnalyticsDestinationType"),
                        Fields.id("storage_account_id", "properties.storageAccountId"),
                        Fields.id("eventhub_authorization_rule_id", "properties.eventHubAuthorizationRuleId"),
                        Property.text("eventhub_name").as("properties.eventHubName"),
                        Fields.id("partner_solution_id", "properties.marketplacePartnerId"),
                        categories(
                                "enabled_log",
                                "logs",
                                Property.text("category").as("category"),
                                Property.text("category_group").as("categoryGroup")),
                        categories(
                                "enabled_metric",
                                "metrics",
                                Property.text("category").required().as("category")))
                .rules(
                        Rule.atLeastOneOf("enabled_log", "enabled_metric"),
                        Rule.atLeastOneOf(
                                "log_analytics_workspace_id",
                                "storage_account_id",
                                "eventhub_authorization_rule_id",
                                "partner_solution_id"),
                        Rule.within("enabled_log", Rule.exactlyOneOf("category", "category_group")))
                .build();
    }

    /** Categories that are on; those that are off may stand beside them. */
    private static NestedBlock categories(String name, String place, Field.Builder... fields) {
        List<Field.Builder> all = new ArrayList<>(List.of(fields));
        all.add(Field.constant(ENABLED, Value.of(true)));
        return NestedBlock.set(name, all.toArray(Field.Builder[]::new))
                .among(DiagnosticSettingHooks::isOn)
                .as("properties." + place);
    }
}
