package dev.corbel.providers.onprem.postgresql;

import dev.corbel.emulators.LongForm;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;

/** On the server that the package brings; in the long form alone, since databases take their time to make. */
@LongForm
class PostgresqlDatabaseContractTest extends InServerContract {

    PostgresqlDatabaseContractTest(TestHosts hosts) {
        super(hosts);
    }

    @Override
    protected Specimen specimen() {
        return new InServerSpecimen("onprem_postgresql_database") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "server", "15/main", "name", "d" + distinct, "deletionProtection", false, "finalBackup", false);
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("users", Value.list(Value.of("pg_monitor")));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(
                        configuration.with("encoding", Value.of("LATIN1")).with("locale", Value.of("C")));
            }

            @Override
            public boolean isImportable() {
                return false;
            }
        };
    }
}
