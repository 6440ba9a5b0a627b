package dev.corbel.providers.onprem.unit;

import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.util.Optional;

class ServiceStopContractTest extends HostContract {

    ServiceStopContractTest(TestHosts hosts) {
        super(hosts);
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_service_stop", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map("name", "s" + distinct, "triggers", Values.map("release", "1"));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("triggers", Values.map("release", "2"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another")));
            }

            @Override
            public boolean isImportable() {
                return false;
            }
        };
    }
}
