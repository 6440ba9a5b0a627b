package dev.corbel.providers.onprem.system;

import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.util.Optional;

class HostsEntryContractTest extends HostContract {

    HostsEntryContractTest(TestHosts hosts) {
        super(hosts);
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_hosts_entry", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map("name", distinct + ".acme.example", "address", "10.0.0.7");
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("address", Value.of("10.0.0.8"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another.acme.example")));
            }

            @Override
            public String absentId() {
                return "absent.acme.example";
            }
        };
    }
}
