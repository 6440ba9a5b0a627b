package dev.corbel.providers.onprem.unit;

import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.util.Optional;

class SystemdUnitContractTest extends HostContract {

    SystemdUnitContractTest(TestHosts hosts) {
        super(hosts);
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_systemd_unit", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map("name", "u" + distinct + ".service", "content", text("sleep 1000"));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("content", Value.of(text("sleep 2000")));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another.service")));
            }

            @Override
            public String absentId() {
                return "absent.service";
            }
        };
    }

    private static String text(String command) {
        return """
                [Service]
                ExecStart=/bin/%s
                [Install]
                WantedBy=multi-user.target
                """.formatted(command);
    }
}
