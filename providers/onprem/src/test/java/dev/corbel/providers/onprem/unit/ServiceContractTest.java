package dev.corbel.providers.onprem.unit;

import dev.corbel.emulators.LongForm;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** In the long form alone: each start takes a second, and the example of hosts shows the same. */
@LongForm
class ServiceContractTest extends HostContract {

    ServiceContractTest(TestHosts hosts) {
        super(hosts);
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_service", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name",
                        "s" + distinct,
                        "command",
                        List.of("/bin/sleep", "1000"),
                        "environment",
                        Values.map("GREETING", "say \"hi\" $USER"),
                        "memory",
                        67108864,
                        "cpu",
                        Value.of(new BigDecimal("0.5")));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("environment", Values.map("GREETING", "hello"));
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
}
