package dev.corbel.providers.aws.autoscaling;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.StepScalingPolicyConfiguration;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/** A planned policy as Application Auto Scaling takes it. */
final class ScalingPolicyCalls {
    private ScalingPolicyCalls() {}

    static PutScalingPolicyRequest put(MapValue planned) {
        ScalingPolicyId id = ScalingPolicyId.of(planned);
        DesiredAttributes desired = new DesiredAttributes(planned);
        PutScalingPolicyRequest.Builder call = PutScalingPolicyRequest.builder()
                .policyName(id.name())
                .serviceNamespace(id.target().namespace())
                .resourceId(id.target().resource())
                .scalableDimension(id.target().dimension())
                .policyType(desired.text("policy_type"));
        if (desired.has("step_scaling_policy_configuration")) {
            call.stepScalingPolicyConfiguration(ScalingPolicyReader.STEP_SCALING
                    .fill(StepScalingPolicyConfiguration.builder(), planned.get("step_scaling_policy_configuration"))
                    .build());
        }
        if (desired.has("target_tracking_scaling_policy_configuration")) {
            call.targetTrackingScalingPolicyConfiguration(ScalingPolicyReader.TARGET_TRACKING
                    .fill(
                            TargetTrackingScalingPolicyConfiguration.builder(),
                            planned.get("target_tracking_scaling_policy_configuration"))
                    .build());
        }
        return call.build();
    }
}
