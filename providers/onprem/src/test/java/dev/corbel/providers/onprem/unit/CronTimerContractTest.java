package dev.corbel.providers.onprem.unit;

import dev.corbel.emulators.LongForm;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.util.List;
import java.util.Optional;

/** In the long form alone: each start takes a second. {@code OnpremTypesTest} shows the rest each time. */
@LongForm
class CronTimerContractTest extends HostContract {

    CronTimerContractTest(TestHosts hosts) {
        super(hosts);
    }

    /** Each makes systemd read all of its units again. */
    @Override
    protected int concurrentCreations() {
        return 6;
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_cron_timer", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name",
                        "t" + distinct,
                        "command",
                        List.of("/bin/true"),
                        "schedule",
                        "Mon..Fri 03:00",
                        "environment",
                        Values.map("GREETING", "say \"hi\" $USER"));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("schedule", Value.of("*-*-* 04:30:00 UTC"));
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
