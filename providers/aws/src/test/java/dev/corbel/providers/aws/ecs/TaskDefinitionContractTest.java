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

class TaskDefinitionContractTest extends MotoContract {
    TaskDefinitionContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_ecs_task_definition";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "family",
                        "orders-" + distinct,
                        "container_definitions",
                        "[{\"name\":\"web\",\"image\":\"orders:1\"}]",
                        "requires_compatibilities",
                        List.of("FARGATE"),
                        "network_mode",
                        "awsvpc",
                        "cpu",
                        "256",
                        "memory",
                        "512",
                        "ephemeral_storage",
                        Values.map("size_in_gib", 30),
                        "tags",
                        Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with(
                        "container_definitions", Value.of("[{\"name\":\"web\",\"image\":\"orders:2\"}]")));
            }

            @Override
            public String importId(ObjectState object) {
                return object.attributes().text("arn").orElseThrow();
            }

            @Override
            public String absentId() {
                return "arn:aws:ecs:eu-central-1:123456789012:task-definition/absent:1";
            }
        };
    }
}
