package dev.corbel.providers.aws.ecs;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

class ServiceContractTest extends MotoContract {
    private @Nullable ServiceFixture fixture;

    ServiceContractTest(MotoServer moto) {
        super(moto);
    }

    private synchronized ServiceFixture fixture() {
        ServiceFixture present = fixture;
        if (present == null) {
            present = ServiceFixture.of(this::prerequisite);
            fixture = present;
        }
        return present;
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_ecs_service";
            }

            /** The emulator forgets circuit breakers of new services, so that imports lack them. */
            @Override
            public MapValue configuration(String distinct) {
                return fixture()
                        .service("web-" + distinct)
                        .with("cluster", Value.of("arn:aws:ecs:eu-central-1:123456789012:cluster/orders"))
                        .with(
                                "task_definition",
                                Value.of("arn:aws:ecs:eu-central-1:123456789012:task-definition/web:1"))
                        .with("deployment_circuit_breaker", Value.ofNull());
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration
                        .with("desired_count", Value.of(3))
                        .with(
                                "task_definition",
                                Value.of("arn:aws:ecs:eu-central-1:123456789012:task-definition/web:2"))
                        .with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another")));
            }

            @Override
            public String importId(ObjectState object) {
                return "orders/" + object.attributes().text("name").orElseThrow();
            }

            @Override
            public String absentId() {
                return "orders/absent";
            }
        };
    }
}
