package dev.corbel.providers.onprem.file;

import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.util.Optional;

class DirectoryContractTest extends HostContract {

    DirectoryContractTest(TestHosts hosts) {
        super(hosts);
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_directory", "path") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map("path", "/srv/" + distinct, "owner", "games", "group", "games");
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("mode", Value.of("0700"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("path", Value.of("/srv/another")));
            }

            @Override
            public String absentId() {
                return "/srv/absent";
            }
        };
    }
}
