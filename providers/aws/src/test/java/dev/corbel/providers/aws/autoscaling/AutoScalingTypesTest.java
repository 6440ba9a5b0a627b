package dev.corbel.providers.aws.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class AutoScalingTypesTest {
    private final FakeTime time = new FakeTime();
    private MotoWithScalingTags emulator;
    private MapValue web;

    @SuppressWarnings("NullAway.Init")
    AutoScalingTypesTest() {}

    @BeforeEach
    void makeService(MotoServer moto) {
        emulator = new MotoWithScalingTags(moto);
        web = new ScaledService(moto).target("web");
    }

    @AfterEach
    void closeEmulator() {
        emulator.close();
    }

    private Bench bench(String type) {
        return Bench.at(type, emulator.endpoint(), new ProviderContext(Path.of("."), "test", time, time));
    }

    @Test
    void registersATargetWithItsTagsAndSuspendsIt() throws Exception {
        MapValue target = web.with("min_capacity", Value.of(2))
                .with("max_capacity", Value.of(6))
                .with("tags", Values.map("Name", "web"));
        try (Bench bench = bench("aws_appautoscaling_target")) {
            ObjectState created = bench.create(target);
            assertThat(created.attributes().entries())
                    .containsEntry("id", Value.of("service/orders/web"))
                    .containsEntry("tags_all", Values.map("Name", "web", "team", "network"))
                    .containsEntry("suspended_state", Value.ofNull());

            MapValue suspended = Values.map(
                    "dynamic_scaling_in_suspended",
                    true,
                    "dynamic_scaling_out_suspended",
                    false,
                    "scheduled_scaling_suspended",
                    false);
            ObjectState changed = bench.update(created, target.with("suspended_state", suspended));

            assertThat(changed.attributes().get("suspended_state")).isEqualTo(suspended);
            assertThat(bench.read(changed)).isEqualTo(new ReadResult.Present(changed));
            assertThat(bench.update(changed, target).attributes().get("suspended_state"))
                    .isEqualTo(Value.ofNull());
        }
    }

    @Test
    void scalesInSteps() throws Exception {
        MapValue steps = Values.map(
                "adjustment_type",
                "ChangeInCapacity",
                "cooldown",
                60,
                "metric_aggregation_type",
                "Maximum",
                "min_adjustment_magnitude",
                Value.ofNull(),
                "step_adjustment",
                List.of(step(Value.ofNull(), Value.of("20"), 1), step(Value.of("20"), Value.ofNull(), 3)));
        try (Bench bench = bench("aws_appautoscaling_policy")) {
            ObjectState policy = bench.create(web.with("name", Value.of("steps"))
                    .with("policy_type", Value.of("StepScaling"))
                    .with("step_scaling_policy_configuration", steps));

            assertThat(policy.attributes().entries())
                    .containsEntry("id", Value.of("steps"))
                    .containsEntry("alarm_arns", Value.list())
                    .containsEntry("step_scaling_policy_configuration", steps);
            assertThat(bench.read(policy)).isEqualTo(new ReadResult.Present(policy));
        }
    }

    private static MapValue step(Value lower, Value upper, int adjustment) {
        return Values.map(
                "metric_interval_lower_bound",
                lower,
                "metric_interval_upper_bound",
                upper,
                "scaling_adjustment",
                adjustment);
    }

    @Test
    void makesNoNewPolicyWhereOneIsToBeChangedThatIsGone() throws Exception {
        MapValue tracking = web.with("name", Value.of("cpu"))
                .with("policy_type", Value.of("TargetTrackingScaling"))
                .with("target_tracking_scaling_policy_configuration", tracking(60));
        try (Bench bench = bench("aws_appautoscaling_policy")) {
            ObjectState policy = bench.create(tracking);
            assertThat(bench.plan(
                                    policy.attributes(),
                                    tracking.with("target_tracking_scaling_policy_configuration", tracking(70)))
                            .attributes()
                            .get("alarm_arns"))
                    .isEqualTo(Value.unknown());
            bench.delete(policy);
            bench.delete(policy);

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.update(
                            policy, tracking.with("target_tracking_scaling_policy_configuration", tracking(70))))
                    .satisfies(failure -> assertThat(failure.diagnostic().summary())
                            .isEqualTo("The scaling policy ecs/service/orders/web/ecs:service:DesiredCount/cpu is"
                                    + " gone"));
        }
    }

    private static MapValue tracking(int target) {
        return Values.map(
                "target_value",
                target,
                "disable_scale_in",
                false,
                "scale_in_cooldown",
                300,
                "scale_out_cooldown",
                Value.ofNull(),
                "predefined_metric_specification",
                Values.map(
                        "predefined_metric_type", "ECSServiceAverageCPUUtilization", "resource_label", Value.ofNull()),
                "customized_metric_specification",
                Value.ofNull());
    }

    @Test
    void refusesTheBlockOfAnotherTypeOfPolicy() {
        assertThat(new AppautoscalingPolicyResource()
                        .validate(web.with("name", Value.of("cpu"))
                                .with("policy_type", Value.of("StepScaling"))
                                .with("target_tracking_scaling_policy_configuration", tracking(60))))
                .containsExactly(Diagnostic.error(
                                "target_tracking_scaling_policy_configuration does not go with policy_type ="
                                        + " 'StepScaling'",
                                "Each type of policy has a block of its own.")
                        .withHint("Write policy_type = 'TargetTrackingScaling'."));
    }

    @Test
    void readsIds() {
        TargetId target = new TargetId("ecs", "service/orders/web", "ecs:service:DesiredCount");

        assertThat(TargetId.parse(target.text())).hasValue(target);
        assertThat(TargetId.parse("ecs/web")).isEmpty();
        assertThat(ScalingPolicyId.parse(target.text() + "/cpu")).hasValue(new ScalingPolicyId(target, "cpu"));
        assertThat(ScalingPolicyId.parse("cpu")).isEmpty();
    }
}
