package dev.corbel.providers.onprem.postgresql;

import dev.corbel.emulators.LongForm;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.util.List;
import java.util.Optional;

/** In the long form alone: each server takes seconds to make, and the life of one on a host shows the same. */
@LongForm
class PostgresqlServerContractTest extends HostContract {

    PostgresqlServerContractTest(TestHosts hosts) {
        super(hosts);
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_postgresql_server", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name",
                        "15/s" + distinct.replace('-', '_'),
                        "settings",
                        Values.map("shared_buffers", "1MB", "max_connections", "10"),
                        "hba",
                        List.of("host all all 127.0.0.1/32 scram-sha-256"),
                        "deletionProtection",
                        false,
                        "finalBackup",
                        false);
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with(
                        "settings", Values.map("shared_buffers", "2MB", "max_connections", "10", "work_mem", "8MB"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("checksums", Value.of(false)));
            }

            @Override
            public boolean isImportable() {
                return false;
            }

            @Override
            public String absentId() {
                return "15/absent";
            }
        };
    }
}
