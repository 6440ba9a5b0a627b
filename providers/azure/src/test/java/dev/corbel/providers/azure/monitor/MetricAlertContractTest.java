package dev.corbel.providers.azure.monitor;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.math.BigDecimal;

class MetricAlertContractTest extends MonitorContract {
    MetricAlertContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_monitor_metric_alert",
                        absent("metricAlerts/absent"),
                        distinct -> Values.map(
                                "name",
                                "alert-" + distinct,
                                "resource_group_name",
                                group(),
                                "scopes",
                                Value.list(workspace("log-watched")),
                                "criteria",
                                Value.list(
                                        measure("Average_% Processor Time", "80.5"),
                                        measure("Heartbeat", "1")
                                                .with(
                                                        "dimension",
                                                        Value.list(Values.map(
                                                                "name",
                                                                "Computer",
                                                                "operator",
                                                                "Include",
                                                                "values",
                                                                Value.list(Value.of("*")))))),
                                "action",
                                Value.list(Values.map("action_group_id", actionGroup()))))
                .changedBy(old -> old.with("severity", Value.of(1))
                        .with("criteria", Value.list(measure("Heartbeat", "2")))
                        .with("action", Value.ofNull()))
                .replacedBy(old -> old.with("name", Value.of("alert-other")));
    }

    private Value actionGroup() {
        return made(
                        "azurerm_monitor_action_group",
                        Values.map("name", "ag-alerts", "resource_group_name", group(), "short_name", "oncall"))
                .get("id");
    }

    private static MapValue measure(String name, String threshold) {
        return Values.map(
                "metric_namespace",
                "Microsoft.OperationalInsights/workspaces",
                "metric_name",
                name,
                "aggregation",
                "Average",
                "operator",
                "GreaterThan",
                "threshold",
                Value.of(new BigDecimal(threshold)));
    }
}
