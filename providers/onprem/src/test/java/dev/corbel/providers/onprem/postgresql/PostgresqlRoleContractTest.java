package dev.corbel.providers.onprem.postgresql;

import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;

/** On the server that the package brings. */
class PostgresqlRoleContractTest extends InServerContract {

    PostgresqlRoleContractTest(TestHosts hosts) {
        super(hosts);
    }

    @Override
    protected Specimen specimen() {
        return new InServerSpecimen("onprem_postgresql_role") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map("server", "15/main", "name", "r" + distinct, "connectionLimit", 5);
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("createDatabase", Value.of(true));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another")));
            }
        };
    }
}
