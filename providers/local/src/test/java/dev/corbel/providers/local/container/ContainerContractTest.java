package dev.corbel.providers.local.container;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.local.LocalContract;
import java.util.List;
import java.util.Optional;

class ContainerContractTest extends LocalContract {

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return LocalContainer.TYPE;
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name",
                        "c" + distinct,
                        "command",
                        List.of("sleep", "1000"),
                        "environment",
                        Values.map("GREETING", "hello"),
                        "memory",
                        67108864,
                        "stop_seconds",
                        3);
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("environment", Values.map("GREETING", "good morning"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another")));
            }
        };
    }
}
