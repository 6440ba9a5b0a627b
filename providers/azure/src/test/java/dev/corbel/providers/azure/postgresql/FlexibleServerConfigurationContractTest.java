package dev.corbel.providers.azure.postgresql;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class FlexibleServerConfigurationContractTest extends PostgresContract {
    FlexibleServerConfigurationContractTest(ArmServer arm) {
        super(arm);
    }

    /** A server has its parameters from the first, so each specimen is on one of its own. */
    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_postgresql_flexible_server_configuration",
                        absent("absent/configurations/work_mem"),
                        distinct -> Values.map(
                                "name",
                                "max_connections",
                                "server_id",
                                serverId("pg-" + distinct.replaceAll("[^a-z0-9]", "")),
                                "value",
                                "90"))
                .changedBy(old -> old.with("value", Value.of("95")))
                .replacedBy(old -> old.with("name", Value.of("work_mem")))
                .untagged();
    }
}
