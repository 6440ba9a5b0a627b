package dev.corbel.providers.azure.postgresql;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class FlexibleServerContractTest extends PostgresContract {
    FlexibleServerContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example("azurerm_postgresql_flexible_server", absent("absent"), distinct -> server("pg-" + distinct)
                        .with("high_availability", Values.map("mode", "ZoneRedundant"))
                        .with("maintenance_window", Values.map("day_of_week", 6, "start_hour", 3)))
                .changedBy(old -> old.with("storage_mb", Value.of(65536))
                        .with("high_availability", Value.ofNull())
                        .with("maintenance_window", Value.ofNull())
                        .with("backup_retention_days", Value.of(14)))
                .replacedBy(old -> old.with("geo_redundant_backup_enabled", Value.of(true)));
    }
}
