package dev.corbel.providers.aws.cloudwatch;

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
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import java.util.List;
import java.util.Set;

/** {@code aws_cloudwatch_metric_alarm}: tells when a metric crosses a threshold. */
public final class CloudwatchMetricAlarmResource extends AwsResourceType {
    static final int MAX_NAME_LENGTH = 255;

    static final Schema METRIC = Schema.builder()
            .attribute(Attribute.required("metric_name", Type.STRING))
            .attribute(Attribute.optional("namespace", Type.STRING))
            .attribute(Attribute.optional("dimensions", Type.map(Type.STRING)))
            .attribute(Attribute.required("period", Type.NUMBER))
            .attribute(Attribute.required("stat", Type.STRING))
            .attribute(Attribute.optional("unit", Type.STRING))
            .build();

    static final Schema METRIC_QUERY = Schema.builder()
            .attribute(Attribute.required("id", Type.STRING))
            .attribute(Attribute.optional("account_id", Type.STRING))
            .attribute(Attribute.optional("expression", Type.STRING))
            .attribute(Attribute.optional("label", Type.STRING))
            .attribute(Attribute.optional("period", Type.NUMBER))
            .attribute(Attribute.optional("return_data", Type.BOOLEAN).defaultsTo(Value.of(false)))
            .block(BlockType.single("metric", METRIC))
            .build();

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.required("alarm_name", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching("(?s).{1,255}", "1 to 255 characters"))
                            .describedAs("The name."))
                    .attribute(Attribute.optional("alarm_description", Type.STRING))
                    .attribute(Attribute.required("comparison_operator", Type.STRING)
                            .validatedBy(Validation.oneOf(
                                    "GreaterThanOrEqualToThreshold",
                                    "GreaterThanThreshold",
                                    "LessThanThreshold",
                                    "LessThanOrEqualToThreshold",
                                    "LessThanLowerOrGreaterThanUpperThreshold",
                                    "LessThanLowerThreshold",
                                    "GreaterThanUpperThreshold"))
                            .describedAs("How the metric stands to the threshold when it is time for an alarm."))
                    .attribute(Attribute.required("evaluation_periods", Type.NUMBER)
                            .validatedBy(Validation.between(1, 1440))
                            .describedAs("How many periods are looked at."))
                    .attribute(Attribute.optional("datapoints_to_alarm", Type.NUMBER)
                            .validatedBy(Validation.between(1, 1440))
                            .describedAs("In how many of them it must be so; in all where it is left out."))
                    .attribute(Attribute.optional("threshold", Type.NUMBER))
                    .attribute(Attribute.optional("threshold_metric_id", Type.STRING)
                            .describedAs("The query that gives the threshold, for anomalies."))
                    .attribute(Attribute.optional("metric_name", Type.STRING))
                    .attribute(Attribute.optional("namespace", Type.STRING))
                    .attribute(Attribute.optional("dimensions", Type.map(Type.STRING)))
                    .attribute(Attribute.optional("period", Type.NUMBER).describedAs("In seconds."))
                    .attribute(Attribute.optional("statistic", Type.STRING)
                            .validatedBy(Validation.oneOf("SampleCount", "Average", "Sum", "Minimum", "Maximum")))
                    .attribute(Attribute.optional("extended_statistic", Type.STRING)
                            .describedAs("Such as p99."))
                    .attribute(Attribute.optional("unit", Type.STRING))
                    .attribute(Attribute.optional("treat_missing_data", Type.STRING)
                            .defaultsTo(Value.of("missing"))
                            .validatedBy(Validation.oneOf("missing", "ignore", "breaching", "notBreaching")))
                    .attribute(Attribute.optionalComputed("evaluate_low_sample_count_percentiles", Type.STRING)
                            .validatedBy(Validation.oneOf("evaluate", "ignore")))
                    .attribute(
                            Attribute.optional("actions_enabled", Type.BOOLEAN).defaultsTo(Value.of(true)))
                    .attribute(actions("alarm_actions"))
                    .attribute(actions("ok_actions"))
                    .attribute(actions("insufficient_data_actions"))
                    .block(BlockType.set("metric_query", METRIC_QUERY))
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The name."))
                    .attribute(Attribute.computed("arn", Type.STRING)))
            .build();

    public CloudwatchMetricAlarmResource() {
        super("aws_cloudwatch_metric_alarm", SCHEMA, MetricAlarmOperations::new);
    }

    private static Attribute.Builder actions(String name) {
        return Attribute.optional(name, Type.set(Type.STRING)).describedAs("ARNs of what is told or done then.");
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NATURAL_KEY;
    }

    @Override
    public int readBatchSize() {
        return MetricAlarmReader.MAX_PER_CALL;
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        return ConflictsWith.problems(
                configuration,
                List.of(List.of("statistic", "extended_statistic"), List.of("threshold", "threshold_metric_id")));
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        return new PlannedObject(planned.with("id", planned.get("alarm_name")), Set.of());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("an alarm on a metric or on an expression of metrics", "the name", "name", "");
    }
}
