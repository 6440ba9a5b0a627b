package dev.corbel.providers.local.container;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.local.LocalContract;
import java.util.List;
import java.util.Optional;

class ContainerStopContractTest extends LocalContract {

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return LocalContainerStop.TYPE;
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name", "s" + distinct, "containers", List.of("web"), "triggers", Values.map("web", "1"));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("triggers", Values.map("web", "2"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another")));
            }
        };
    }
}
