package dev.corbel.providers.aws.autoscaling;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.StepScalingPolicyConfiguration;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/** A planned policy as Application Auto Scaling takes it. */
final class PolicyCalls {
    private PolicyCalls() {}

    static PutScalingPolicyRequest put(MapValue planned) {
        PolicyId id = PolicyId.of(planned);
        DesiredAttributes wanted = new DesiredAttributes(planned);
        PutScalingPolicyRequest.Builder call = PutScalingPolicyRequest.builder()
                .policyName(id.name())
                .serviceNamespace(id.target().namespace())
                .resourceId(id.target().resource())
                .scalableDimension(id.target().dimension())
                .policyType(wanted.text("policy_type"));
        if (wanted.has("step_scaling_policy_configuration")) {
            call.stepScalingPolicyConfiguration(PolicyReader.STEP_SCALING
                    .fill(StepScalingPolicyConfiguration.builder(), planned.get("step_scaling_policy_configuration"))
                    .build());
        }
        if (wanted.has("target_tracking_scaling_policy_configuration")) {
            call.targetTrackingScalingPolicyConfiguration(PolicyReader.TARGET_TRACKING
                    .fill(
                            TargetTrackingScalingPolicyConfiguration.builder(),
                            planned.get("target_tracking_scaling_policy_configuration"))
                    .build());
        }
        return call.build();
    }
}
