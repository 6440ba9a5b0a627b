package dev.corbel.providers.azure.app;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class EnvironmentContractTest extends ArmContract {
    EnvironmentContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_container_app_environment",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.App/managedEnvironments/absent",
                        distinct -> Values.map(
                                "name",
                                "env-" + distinct,
                                "resource_group_name",
                                group(),
                                "location",
                                REGION,
                                "log_analytics_workspace_id",
                                workspace("logs-one"),
                                "logs_destination",
                                "log-analytics"))
                .changedBy(old -> old.with("mutual_tls_enabled", Value.of(true))
                        .with("log_analytics_workspace_id", workspace("logs-two")))
                .replacedBy(old -> old.with("location", Value.of("westeurope")));
    }

    private Value workspace(String name) {
        return made(
                        "azurerm_log_analytics_workspace",
                        Values.map("name", name, "resource_group_name", group(), "location", REGION))
                .get("id");
    }
}
