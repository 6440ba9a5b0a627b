package dev.corbel.providers.onprem.firewall;

import dev.corbel.emulators.LongForm;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.util.Optional;

/** In the long form alone: each change takes a new connection. */
@LongForm
class FirewallContractTest extends HostContract {

    FirewallContractTest(TestHosts hosts) {
        super(hosts);
    }

    /** Each is tried with a new connection, one after the other. */
    @Override
    protected int concurrentCreations() {
        return 2;
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_firewall", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map("name", "f" + Integer.toHexString(distinct.hashCode()), "policy", "accept");
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("policy", Value.of("drop"));
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
}
