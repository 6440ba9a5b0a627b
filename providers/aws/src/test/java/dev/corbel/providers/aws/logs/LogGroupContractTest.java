package dev.corbel.providers.aws.logs;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;

class LogGroupContractTest extends MotoContract {
    LogGroupContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_cloudwatch_log_group";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name", "/ecs/" + distinct, "retention_in_days", 30, "tags", Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("retention_in_days", Value.of(90)).with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("/ecs/another")));
            }
        };
    }
}
