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

/** In the long form alone: each start and each stop takes a second. */
@LongForm
class ContainerContractTest extends HostContract {
    /** An image needs no registry. */
    private static final String IMPORT = """
            podman image exists contract:1 ||
                tar --dereference -c /bin/sh /bin/sleep $(ldd /bin/sh /bin/sleep | grep -o "/lib[^ ]*" | sort -u) 2> /dev/null |
                podman import --quiet - contract:1
            """;

    ContainerContractTest(TestHosts hosts) {
        super(hosts);
        host().run(IMPORT);
    }

    @Override
    protected int concurrentCreations() {
        return 3;
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_container", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name",
                        "c" + distinct,
                        "image",
                        "contract:1",
                        "command",
                        List.of("/bin/sleep", "1000"),
                        "network",
                        "host",
                        "environment",
                        Values.map("GREETING", "say \"hi\" $USER"),
                        "memory",
                        67108864,
                        "cpu",
                        Value.of(new BigDecimal("0.5")),
                        "stopSeconds",
                        1);
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
        };
    }
}
