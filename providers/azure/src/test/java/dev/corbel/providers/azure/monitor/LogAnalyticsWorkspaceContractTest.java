package dev.corbel.providers.azure.monitor;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class LogAnalyticsWorkspaceContractTest extends ArmContract {
    LogAnalyticsWorkspaceContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_log_analytics_workspace",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.OperationalInsights/workspaces/absent",
                        distinct -> Values.map(
                                "name", "log-" + distinct, "resource_group_name", group(), "location", REGION))
                .changedBy(old -> old.with("retention_in_days", Value.of(60)).with("daily_quota_gb", Value.of(5)))
                .replacedBy(old -> old.with("location", Value.of("westeurope")));
    }
}
