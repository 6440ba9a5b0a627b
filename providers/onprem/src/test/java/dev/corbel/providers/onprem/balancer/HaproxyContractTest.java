package dev.corbel.providers.onprem.balancer;

import dev.corbel.emulators.LongForm;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.util.List;
import java.util.Optional;

/** In the long form alone: each start takes a second, and the example of hosts shows the same. */
@LongForm
class HaproxyContractTest extends HostContract {

    HaproxyContractTest(TestHosts hosts) {
        super(hosts);
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_haproxy", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name",
                        "h" + distinct,
                        "port",
                        port(distinct),
                        "server",
                        List.of(Values.map("name", "one", "address", "127.0.0.1", "port", 9)));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("stickySessions", Value.of(true));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another")));
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

    private static int port(String distinct) {
        return 20_000 + Math.floorMod(distinct.hashCode(), 20_000);
    }
}
