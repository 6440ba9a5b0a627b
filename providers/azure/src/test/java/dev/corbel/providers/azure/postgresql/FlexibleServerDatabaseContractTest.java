package dev.corbel.providers.azure.postgresql;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class FlexibleServerDatabaseContractTest extends PostgresContract {
    FlexibleServerDatabaseContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_postgresql_flexible_server_database",
                        absent("absent/databases/absent"),
                        distinct -> Values.map("name", "db-" + distinct, "server_id", serverId("pg-databases")))
                .replacedBy(old -> old.with("charset", Value.of("LATIN1")))
                .untagged();
    }
}
