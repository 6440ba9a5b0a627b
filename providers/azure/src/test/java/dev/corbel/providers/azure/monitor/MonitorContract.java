package dev.corbel.providers.azure.monitor;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.conformance.Values;

/** The contract of a type that watches objects of others. */
abstract class MonitorContract extends ArmContract {
    MonitorContract(ArmServer arm) {
        super(arm);
    }

    /** The id of a workspace for logs. */
    protected final Value workspace(String name) {
        return made(
                        "azurerm_log_analytics_workspace",
                        Values.map("name", name, "resource_group_name", group(), "location", REGION))
                .get("id");
    }

    protected final String absent(String path) {
        return subscription() + "/resourceGroups/rg-contract/providers/Microsoft.Insights/" + path;
    }
}
