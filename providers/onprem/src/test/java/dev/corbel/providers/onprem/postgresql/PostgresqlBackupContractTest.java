package dev.corbel.providers.onprem.postgresql;

import dev.corbel.emulators.LongForm;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.util.Optional;

/** In the long form alone: each backup is made and restored, which takes seconds. */
@LongForm
class PostgresqlBackupContractTest extends HostContract {

    PostgresqlBackupContractTest(TestHosts hosts) {
        super(hosts);
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_postgresql_backup", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map("name", "b" + distinct, "server", "15/main", "database", "postgres", "purge", true);
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("retentionDays", Value.of(3));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("database", Value.of("template1")));
            }

            @Override
            public boolean isImportable() {
                return false;
            }

            @Override
            public String absentId() {
                return "absent";
            }
        };
    }
}
