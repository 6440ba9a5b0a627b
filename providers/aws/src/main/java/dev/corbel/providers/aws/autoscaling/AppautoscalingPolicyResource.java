package dev.corbel.providers.aws.autoscaling;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import java.util.Set;

/** {@code aws_appautoscaling_policy}: when something is scaled, and by how much. */
public final class AppautoscalingPolicyResource extends AwsResourceType {
    private static final String STEPS = "step_scaling_policy_configuration";
    private static final String TRACKING = "target_tracking_scaling_policy_configuration";

    private static final Schema STEP = Schema.builder()
            .attribute(bound("metric_interval_lower_bound"))
            .attribute(bound("metric_interval_upper_bound"))
            .attribute(Attribute.required("scaling_adjustment", Type.NUMBER))
            .build();

    static final Schema STEP_SCALING = Schema.builder()
            .attribute(Attribute.optional("adjustment_type", Type.STRING)
                    .validatedBy(Validation.oneOf("ChangeInCapacity", "PercentChangeInCapacity", "ExactCapacity")))
            .attribute(Attribute.optional("cooldown", Type.NUMBER).describedAs("In seconds."))
            .attribute(Attribute.optionalComputed("metric_aggregation_type", Type.STRING)
                    .validatedBy(Validation.oneOf("Average", "Minimum", "Maximum")))
            .attribute(Attribute.optional("min_adjustment_magnitude", Type.NUMBER))
            .block(BlockType.set("step_adjustment", STEP))
            .build();

    private static final Schema PREDEFINED_METRIC = Schema.builder()
            .attribute(Attribute.required("predefined_metric_type", Type.STRING)
                    .describedAs("Such as ECSServiceAverageCPUUtilization."))
            .attribute(Attribute.optional("resource_label", Type.STRING)
                    .describedAs("The load balancer and target group, for ALBRequestCountPerTarget."))
            .build();

    private static final Schema DIMENSION = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING))
            .attribute(Attribute.required("value", Type.STRING))
            .build();

    private static final Schema CUSTOMIZED_METRIC = Schema.builder()
            .attribute(Attribute.required("metric_name", Type.STRING))
            .attribute(Attribute.required("namespace", Type.STRING))
            .attribute(Attribute.required("statistic", Type.STRING)
                    .validatedBy(Validation.oneOf("Average", "Minimum", "Maximum", "SampleCount", "Sum")))
            .attribute(Attribute.optional("unit", Type.STRING))
            .block(BlockType.set("dimensions", DIMENSION))
            .build();

    static final Schema TARGET_TRACKING = Schema.builder()
            .attribute(Attribute.required("target_value", Type.NUMBER))
            .attribute(Attribute.optional("disable_scale_in", Type.BOOLEAN).defaultsTo(Value.of(false)))
            .attribute(Attribute.optional("scale_in_cooldown", Type.NUMBER).describedAs("In seconds."))
            .attribute(Attribute.optional("scale_out_cooldown", Type.NUMBER).describedAs("In seconds."))
            .block(BlockType.single("predefined_metric_specification", PREDEFINED_METRIC))
            .block(BlockType.single("customized_metric_specification", CUSTOMIZED_METRIC))
            .build();

    static final Schema SCHEMA = TargetId.on(Schema.builder())
            .attribute(Attribute.required("name", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching("(?s).{1,255}", "1 to 255 characters"))
                    .describedAs("The name, which no other policy of the target has."))
            .attribute(Attribute.optional("policy_type", Type.STRING)
                    .defaultsTo(Value.of("StepScaling"))
                    .immutable()
                    .validatedBy(Validation.oneOf("StepScaling", "TargetTrackingScaling")))
            .block(BlockType.single(STEPS, STEP_SCALING))
            .block(BlockType.single(TRACKING, TARGET_TRACKING))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("The name."))
            .attribute(Attribute.computed("arn", Type.STRING))
            .attribute(Attribute.computed("alarm_arns", Type.list(Type.STRING))
                    .describedAs("The alarms that target tracking has made."))
            .build();

    public AppautoscalingPolicyResource() {
        super("aws_appautoscaling_policy", SCHEMA, ScalingPolicyOperations::new);
    }

    private static Attribute.Builder bound(String name) {
        return Attribute.optional(name, Type.STRING)
                .validatedBy(Validation.matching("-?\\d+(\\.\\d+)?", "a number"))
                .describedAs("Counted from the threshold of the alarm; without end where it is left out.");
    }

    /** Putting twice is putting once, so an interrupted creation is just repeated. */
    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.CLIENT_TOKEN;
    }

    @Override
    public int readBatchSize() {
        return ScalingPolicyReader.MAX_PER_CALL;
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        String type = configuration.text("policy_type").orElse("");
        String other = type.equals("StepScaling") ? TRACKING : type.equals("TargetTrackingScaling") ? STEPS : "";
        return other.isEmpty()
                        || configuration.get(other).isNull()
                        || configuration.get(other).isUnknown()
                ? List.of()
                : List.of(Diagnostic.error(
                                other + " does not go with policy_type = '" + type + "'",
                                "Each type of policy has a block of its own.")
                        .withHint("Write policy_type = '"
                                + (other.equals(STEPS) ? "StepScaling" : "TargetTrackingScaling") + "'."));
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed().with("id", request.proposed().get("name"));
        if (request.prior() instanceof MapValue prior) {
            DesiredAttributes before = new DesiredAttributes(prior);
            DesiredAttributes after = new DesiredAttributes(planned);
            if (after.changes(STEPS, before) || after.changes(TRACKING, before)) {
                planned = planned.with("alarm_arns", Value.unknown());
            }
        }
        return new PlannedObject(planned, Set.of());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "the rule by which a target scales",
                "`NAMESPACE/RESOURCE/DIMENSION/NAME`",
                "setting it again",
                "predictive scaling, metric math in `customized_metric_specification` (`metrics`)");
    }
}
