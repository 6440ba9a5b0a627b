package dev.corbel.providers.aws.ecs;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import java.util.Optional;

class ClusterContractTest extends MotoContract {
    ClusterContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_ecs_cluster";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name",
                        "orders-" + distinct,
                        "setting",
                        List.of(Values.map("name", "containerInsights", "value", "enabled")),
                        "tags",
                        Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration
                        .with(
                                "configuration",
                                Values.map("execute_command_configuration", Values.map("logging", "NONE")))
                        .with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another")));
            }

            @Override
            public String importId(ObjectState object) {
                return object.attributes().text("name").orElseThrow();
            }
        };
    }
}
