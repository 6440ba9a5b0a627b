package dev.corbel.providers.local.database;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.local.LocalContract;
import java.util.Optional;

class PostgresqlContractTest extends LocalContract {

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return LocalPostgresql.TYPE;
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name",
                        "d" + distinct,
                        "password_wo",
                        "secret",
                        "password_wo_version",
                        1,
                        "settings",
                        Values.map("work_mem", "8MB"));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("settings", Values.map("work_mem", "16MB"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("db_name", Value.of("another")));
            }
        };
    }
}
