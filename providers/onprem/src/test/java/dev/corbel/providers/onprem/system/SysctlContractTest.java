package dev.corbel.providers.onprem.system;

import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.util.Optional;

class SysctlContractTest extends HostContract {

    SysctlContractTest(TestHosts hosts) {
        super(hosts);
    }

    /** The kernel has settings of its own for each link. */
    private String settingOfNewLink(String distinct) {
        String link = "l" + distinct.replace("-", "");
        host().run("ip link add " + link + " type bridge");
        return "net.ipv4.conf." + link + ".forwarding";
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_sysctl", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map("name", settingOfNewLink(distinct), "value", "1");
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("value", Value.of("0"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("net.ipv4.conf.lo.forwarding")));
            }

            @Override
            public String absentId() {
                return "net.ipv4.conf.absent.forwarding";
            }
        };
    }
}
