package dev.corbel.providers.onprem.account;

import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.util.Optional;

class GroupContractTest extends HostContract {

    GroupContractTest(TestHosts hosts) {
        super(hosts);
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_group", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map("name", "g" + distinct);
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration;
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("gid", Value.of(4711)));
            }

            @Override
            public String absentId() {
                return "gabsent";
            }
        };
    }
}
