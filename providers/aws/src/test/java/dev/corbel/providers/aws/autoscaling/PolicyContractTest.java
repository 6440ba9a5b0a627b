package dev.corbel.providers.aws.autoscaling;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class PolicyContractTest extends MotoContract {
    private final MotoWithScalingTags emulator;

    PolicyContractTest(MotoServer moto) {
        super(moto);
        this.emulator = new MotoWithScalingTags(moto);
    }

    @AfterEach
    void closeEmulator() {
        emulator.close();
    }

    @Override
    protected String endpoint() {
        return emulator.endpoint();
    }

    private static MapValue tracking(int target) {
        return Values.map(
                "target_value",
                target,
                "predefined_metric_specification",
                Values.map("predefined_metric_type", "ECSServiceAverageCPUUtilization"));
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_appautoscaling_policy";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name",
                        "cpu-" + distinct,
                        "service_namespace",
                        "ecs",
                        "resource_id",
                        "service/orders/web",
                        "scalable_dimension",
                        "ecs:service:DesiredCount",
                        "policy_type",
                        "TargetTrackingScaling",
                        "target_tracking_scaling_policy_configuration",
                        tracking(60));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("target_tracking_scaling_policy_configuration", tracking(70));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another")));
            }

            @Override
            public String importId(ObjectState object) {
                return ScalingPolicyId.of(object.attributes()).text();
            }

            @Override
            public String absentId() {
                return "ecs/service/orders/web/ecs:service:DesiredCount/absent";
            }

            /** Putting again, for whatever reason, changes the same policy. */
            @Override
            public boolean isSetting() {
                return true;
            }
        };
    }
}
