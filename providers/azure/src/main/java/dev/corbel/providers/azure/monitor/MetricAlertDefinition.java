package dev.corbel.providers.azure.monitor;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code azurerm_monitor_metric_alert}: an alert when a measure of some objects passes a threshold. */
public final class MetricAlertDefinition {
    private static final String CRITERIA = "properties.criteria.allOf";
    private static final String[] AGGREGATIONS = {"Average", "Count", "Minimum", "Maximum", "Total"};

    private MetricAlertDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_monitor_metric_alert", "Microsoft.Insights/metricAlerts", "2018-03-01")
                .called("metric alert")
                .without("`application_insights_web_test_location_availability_criteria`")
                .tagged()
                .minutes(30, 30, 30)
                .waits(3, 0, Duration.ofSeconds(5))
                .constant("location", Value.of("global"))
                .hooks(new MetricAlertHooks())
                .fields(
                        Fields.name()
                                .length(1, 260)
                                .matching(
                                        "[^*#&+:<>?@%{}\\\\/|]*[^*#&+:<>?@%{}\\\\/|. ]",
                                        "none of *#&+:<>?@%{}\\/| and no full stop at the end"),
                        Fields.resourceGroup(),
                        Property.textSet("scopes")
                                .required()
                                .withoutCase()
                                .items(1, Integer.MAX_VALUE)
                                .as("properties.scopes"),
                        Property.text("description").as("properties.description"),
                        Property.flag("enabled").defaultsTo(true).as("properties.enabled"),
                        Property.flag("auto_mitigate").defaultsTo(true).as("properties.autoMitigate"),
                        Property.number("severity").defaultsTo(3).between(0, 4).as("properties.severity"),
                        Property.text("frequency")
                                .defaultsTo("PT1M")
                                .oneOf("PT1M", "PT5M", "PT15M", "PT30M", "PT1H")
                                .as("properties.evaluationFrequency"),
                        Property.text("window_size")
                                .defaultsTo("PT5M")
                                .oneOf("PT1M", "PT5M", "PT15M", "PT30M", "PT1H", "PT6H", "PT12H", "P1D")
                                .as("properties.windowSize"),
                        Property.text("target_resource_type").orComputed().as("properties.targetResourceType"),
                        Fields.region("target_resource_location", "properties.targetResourceRegion")
                                .orComputed(),
                        fixed(),
                        dynamic(),
                        action())
                .rules(MetricAlertChecks.all())
                .build();
    }

    private static NestedBlock fixed() {
        return NestedBlock.list(
                        "criteria",
                        measure(
                                "StaticThresholdCriterion",
                                Property.text("operator")
                                        .required()
                                        .oneOf(
                                                "Equals",
                                                "GreaterThan",
                                                "GreaterThanOrEqual",
                                                "LessThan",
                                                "LessThanOrEqual")
                                        .as("operator"),
                                Property.number("threshold").required().as("threshold"),
                                Property.flag("skip_metric_validation")
                                        .defaultsTo(false)
                                        .as("skipMetricValidation")))
                .among(criterion -> !MetricAlertHooks.isDynamic(criterion))
                .as(CRITERIA);
    }

    private static NestedBlock dynamic() {
        return NestedBlock.singleInList(
                        "dynamic_criteria",
                        measure(
                                "DynamicThresholdCriterion",
                                Property.text("operator")
                                        .required()
                                        .oneOf("LessThan", "GreaterThan", "GreaterOrLessThan")
                                        .as("operator"),
                                Property.text("alert_sensitivity")
                                        .required()
                                        .oneOf("Low", "Medium", "High")
                                        .as("alertSensitivity"),
                                Property.number("evaluation_total_count")
                                        .defaultsTo(4)
                                        .as("failingPeriods.numberOfEvaluationPeriods"),
                                Property.number("evaluation_failure_count")
                                        .defaultsTo(4)
                                        .as("failingPeriods.minFailingPeriodsToAlert"),
                                Property.text("ignore_data_before").as("ignoreDataBefore"),
                                Property.flag("skip_metric_validation").as("skipMetricValidation")))
                .among(MetricAlertHooks::isDynamic)
                .as(CRITERIA);
    }

    /** What criteria of all kinds have. */
    private static Field.Builder[] measure(String kind, Field.Builder... more) {
        List<Field.Builder> fields = new ArrayList<>(List.of(
                Field.constant(MetricAlertHooks.KIND, Value.of(kind)),
                Property.text("metric_namespace").required().as("metricNamespace"),
                Property.text("metric_name").required().as("metricName"),
                Property.text("aggregation").required().oneOf(AGGREGATIONS).as("timeAggregation"),
                NestedBlock.list(
                                "dimension",
                                Property.text("name").required().as("name"),
                                Property.text("operator")
                                        .required()
                                        .oneOf("Include", "Exclude", "StartsWith")
                                        .as("operator"),
                                Property.texts("values")
                                        .required()
                                        .items(1, Integer.MAX_VALUE)
                                        .as("values"))
                        .as("dimensions")));
        fields.addAll(Arrays.asList(more));
        return fields.toArray(Field.Builder[]::new);
    }

    private static NestedBlock action() {
        return NestedBlock.set(
                        "action",
                        Fields.id("action_group_id", "actionGroupId").required(),
                        Property.textMap("webhook_properties").as("webHookProperties"))
                .as("properties.actions");
    }
}
