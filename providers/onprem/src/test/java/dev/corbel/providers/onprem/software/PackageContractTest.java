package dev.corbel.providers.onprem.software;

import dev.corbel.emulators.LongForm;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.util.Optional;

/** Packages are installed one after the other, each within seconds. */
@LongForm
class PackageContractTest extends HostContract {
    /** Makes a package that holds nothing, and puts it into a repository of its own, whose list is a second younger each time. */
    private static final String PUBLISH = """
            set -e
            name=%s
            mkdir -p /srv/own && cd /srv/own && mkdir -p "$name/DEBIAN"
            { echo "Package: $name"; echo Version: 1.0; echo Architecture: all
                echo 'Maintainer: Test <test@acme.example>'; echo Description: a test; } > "$name/DEBIAN/control"
            dpkg-deb --build "$name" > /dev/null
            exec 9> lock && flock 9
            touch Packages && cp Packages list
            { cat "$name/DEBIAN/control"; echo "Filename: ./$name.deb"; echo "Size: $(stat -c %%s "$name.deb")"
                echo "SHA256: $(sha256sum "$name.deb" | cut -d ' ' -f 1)"; echo; } >> list
            touch -d "@$((1700000000 + $(wc -l < list)))" list && mv list Packages
            echo 'deb [trusted=yes] file:/srv/own ./' > /etc/apt/sources.list.d/own.list
            """;

    PackageContractTest(TestHosts hosts) {
        super(hosts);
    }

    private String publish(String distinct) {
        String name = "own-" + distinct;
        host().run(PUBLISH.formatted(name));
        return name;
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_package", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map("name", publish(distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("hold", Value.of(true));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of(publish("another"))));
            }

            @Override
            public String absentId() {
                return "absent";
            }
        };
    }
}
