package dev.corbel.providers.onprem.system;

import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.util.Optional;

class CommandContractTest extends HostContract {

    CommandContractTest(TestHosts hosts) {
        super(hosts);
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_command", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name",
                        distinct,
                        "apply",
                        "echo 1 > /srv/command-" + distinct,
                        "check",
                        "cat /srv/command-" + distinct,
                        "undo",
                        "rm -f /srv/command-" + distinct);
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("undo", Value.of("rm -f /srv/command-*"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("triggers", Values.map("a", "b")));
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
