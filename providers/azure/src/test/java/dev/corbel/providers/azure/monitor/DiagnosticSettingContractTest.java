package dev.corbel.providers.azure.monitor;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class DiagnosticSettingContractTest extends MonitorContract {
    DiagnosticSettingContractTest(ArmServer arm) {
        super(arm);
    }

    /** A category goes to a place once, so each setting has a target of its own. */
    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_monitor_diagnostic_setting",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.Insights/diagnosticSettings/absent",
                        distinct -> Values.map(
                                "name",
                                "to-logs",
                                "target_resource_id",
                                workspace("log-" + distinct),
                                "log_analytics_workspace_id",
                                workspace("log-all"),
                                "enabled_log",
                                Value.list(
                                        Values.map("category_group", "audit"), Values.map("category", "SummaryLogs")),
                                "enabled_metric",
                                Value.list(Values.map("category", "AllMetrics"))))
                .changedBy(old -> old.with("enabled_log", Value.list(Values.map("category_group", "allLogs")))
                        .with("enabled_metric", Value.ofNull()))
                .replacedBy(old -> old.with("name", Value.of("elsewhere")))
                .untagged();
    }
}
