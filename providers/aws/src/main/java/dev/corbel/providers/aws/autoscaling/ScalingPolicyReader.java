package dev.corbel.providers.aws.autoscaling;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Blocks;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.Alarm;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

/** Reads policies: one call tells of fifty of a service. */
final class ScalingPolicyReader {
    /** How many policies one call describes. */
    static final int MAX_PER_CALL = 50;

    static final Blocks STEP_SCALING =
            new Blocks(AppautoscalingPolicyResource.STEP_SCALING, Map.of("step_adjustment", "StepAdjustments"));
    static final Blocks TARGET_TRACKING = new Blocks(AppautoscalingPolicyResource.TARGET_TRACKING);

    private final AwsSession session;
    private final ApplicationAutoScalingClient scaling;

    ScalingPolicyReader(AwsSession session) {
        this.session = session;
        this.scaling = AutoScaling.client(session);
    }

    Map<ScalingPolicyId, ScalingPolicy> list(List<ScalingPolicyId> ids) {
        Map<String, List<String>> names = ids.stream()
                .collect(Collectors.groupingBy(
                        id -> id.target().namespace(),
                        LinkedHashMap::new,
                        Collectors.mapping(ScalingPolicyId::name, Collectors.toList())));
        Map<ScalingPolicyId, ScalingPolicy> policies = new LinkedHashMap<>();
        names.forEach((namespace, some) -> scaling.describeScalingPoliciesPaginator(request -> request.serviceNamespace(
                                namespace)
                        .policyNames(some.stream().distinct().toList())
                        .resourceId(ids.size() == 1 ? ids.get(0).target().resource() : null))
                .scalingPolicies()
                .forEach(policy -> policies.put(id(policy), policy)));
        return policies;
    }

    private static ScalingPolicyId id(ScalingPolicy policy) {
        return new ScalingPolicyId(
                new TargetId(
                        policy.serviceNamespaceAsString(), policy.resourceId(), policy.scalableDimensionAsString()),
                policy.policyName());
    }

    Optional<ScalingPolicy> find(ScalingPolicyId id) {
        return Optional.ofNullable(list(List.of(id)).get(id));
    }

    List<ScalingPolicyId> ids() {
        return AutoScaling.inAllServices(
                session, namespace -> scaling
                        .describeScalingPoliciesPaginator(request -> request.serviceNamespace(namespace))
                        .scalingPolicies()
                        .stream()
                        .map(ScalingPolicyReader::id)
                        .toList());
    }

    ObjectState show(ScalingPolicy policy, MapValue known) {
        return new Attributes(AppautoscalingPolicyResource.SCHEMA)
                .from(known)
                .text("id", policy.policyName())
                .text("name", policy.policyName())
                .text("service_namespace", policy.serviceNamespaceAsString())
                .text("resource_id", policy.resourceId())
                .text("scalable_dimension", policy.scalableDimensionAsString())
                .text("policy_type", policy.policyTypeAsString())
                .text("arn", policy.policyARN())
                .texts(
                        "alarm_arns",
                        policy.alarms().stream().map(Alarm::alarmARN).toList())
                .value(
                        "step_scaling_policy_configuration",
                        STEP_SCALING.show(
                                policy.stepScalingPolicyConfiguration(),
                                known.get("step_scaling_policy_configuration")))
                .value(
                        "target_tracking_scaling_policy_configuration",
                        TARGET_TRACKING.show(
                                policy.targetTrackingScalingPolicyConfiguration(),
                                known.get("target_tracking_scaling_policy_configuration")))
                .object();
    }
}
