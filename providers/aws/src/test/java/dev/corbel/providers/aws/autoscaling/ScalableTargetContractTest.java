package dev.corbel.providers.aws.autoscaling;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class ScalableTargetContractTest extends MotoContract {
    private final MotoServer moto;
    private final MotoWithScalingTags emulator;
    private final Map<String, MapValue> targets = new ConcurrentHashMap<>();
    private ScaledService service;

    @SuppressWarnings("NullAway.Init")
    ScalableTargetContractTest(MotoServer moto) {
        super(moto);
        this.moto = moto;
        this.emulator = new MotoWithScalingTags(moto);
    }

    @BeforeEach
    void makeService() {
        service = new ScaledService(moto);
    }

    @AfterEach
    void closeEmulator() {
        emulator.close();
    }

    @Override
    protected String endpoint() {
        return emulator.endpoint();
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_appautoscaling_target";
            }

            @Override
            public MapValue configuration(String distinct) {
                return targets.computeIfAbsent(distinct, service::target)
                        .with("min_capacity", Value.of(2))
                        .with("max_capacity", Value.of(6))
                        .with("tags", Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("max_capacity", Value.of(8)).with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("resource_id", Value.of("service/orders/another")));
            }

            @Override
            public String importId(ObjectState object) {
                return TargetId.of(object.attributes()).text();
            }

            @Override
            public String absentId() {
                return "ecs/service/orders/absent/ecs:service:DesiredCount";
            }

            /** Registering again, for whatever reason, changes the same target. */
            @Override
            public boolean isSetting() {
                return true;
            }
        };
    }
}
