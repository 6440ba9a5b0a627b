package dev.corbel.providers.onprem.file;

import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.util.Optional;

class FileContractTest extends HostContract {

    FileContractTest(TestHosts hosts) {
        super(hosts);
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_file", "path") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map("path", "/srv/" + distinct + ".conf", "content", "a = 1\n", "mode", "0640");
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("content", Value.of("a = '2' and more\n"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("path", Value.of("/srv/another.conf")));
            }

            @Override
            public String absentId() {
                return "/srv/absent.conf";
            }
        };
    }
}
