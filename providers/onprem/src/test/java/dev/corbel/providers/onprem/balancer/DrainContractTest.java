package dev.corbel.providers.onprem.balancer;

import dev.corbel.emulators.LongForm;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.util.Optional;

/** In the long form alone: each start takes a second, and the example of hosts shows the same. */
@LongForm
class DrainContractTest extends HostContract {

    DrainContractTest(TestHosts hosts) {
        super(hosts);
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_drain", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map("name", "d" + distinct, "port", port(distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("active", Value.of(true));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another")));
            }

            @Override
            public String absentId() {
                return "absent";
            }
        };
    }

    private static int port(String distinct) {
        return 20_000 + Math.floorMod(distinct.hashCode(), 20_000);
    }
}
