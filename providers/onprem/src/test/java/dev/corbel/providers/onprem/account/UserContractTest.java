package dev.corbel.providers.onprem.account;

import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.onprem.HostContract;
import java.util.List;
import java.util.Optional;

class UserContractTest extends HostContract {

    UserContractTest(TestHosts hosts) {
        super(hosts);
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_user", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map("name", "u" + distinct, "shell", "/bin/sh", "groups", List.of("games"));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("shell", Value.of("/bin/bash"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("uid", Value.of(4712)));
            }

            @Override
            public String absentId() {
                return "uabsent";
            }
        };
    }
}
