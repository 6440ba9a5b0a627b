package dev.corbel.providers.aws.cloudwatch;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.NamedReader;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Reads alarms: one call tells of a hundred, and a call for each gives its tags. */
final class MetricAlarmReader implements NamedReader<MetricAlarm> {
    /** How many alarms one call describes. */
    static final int MAX_PER_CALL = 100;

    private final AwsSession session;
    private final CloudWatchClient cloudWatch;

    MetricAlarmReader(AwsSession session) {
        this.session = session;
        this.cloudWatch = CloudWatch.client(session);
    }

    @Override
    public Map<String, MetricAlarm> all() {
        Map<String, MetricAlarm> alarms = new LinkedHashMap<>();
        cloudWatch
                .describeAlarmsPaginator(
                        request -> request.alarmTypes(AlarmType.METRIC_ALARM).maxRecords(MAX_PER_CALL))
                .metricAlarms()
                .forEach(alarm -> alarms.put(alarm.alarmName(), alarm));
        return alarms;
    }

    @Override
    public Map<String, MetricAlarm> some(List<String> names) {
        Map<String, MetricAlarm> alarms = new LinkedHashMap<>();
        for (int start = 0; start < names.size(); start += MAX_PER_CALL) {
            List<String> chunk = names.subList(start, Math.min(names.size(), start + MAX_PER_CALL));
            cloudWatch
                    .describeAlarms(request -> request.alarmNames(chunk)
                            .alarmTypes(AlarmType.METRIC_ALARM)
                            .maxRecords(MAX_PER_CALL))
                    .metricAlarms()
                    .forEach(alarm -> alarms.put(alarm.alarmName(), alarm));
        }
        return alarms;
    }

    @Override
    public Optional<MetricAlarm> find(String name) {
        return Optional.ofNullable(some(List.of(name)).get(name));
    }

    /** None where the alarm went meanwhile. */
    @Override
    public Map<String, String> tags(MetricAlarm alarm) {
        Map<String, String> tags = new LinkedHashMap<>();
        try {
            cloudWatch
                    .listTagsForResource(request -> request.resourceARN(alarm.alarmArn()))
                    .tags()
                    .forEach(tag -> tags.put(tag.key(), tag.value()));
        } catch (CloudWatchException failure) {
            if (ErrorClass.of(failure) != ErrorClass.NOT_FOUND) {
                throw failure;
            }
        }
        return tags;
    }

    @Override
    public ObjectState show(MetricAlarm alarm, Map<String, String> tags, MapValue known) {
        Attributes attributes = new Attributes(CloudwatchMetricAlarmResource.SCHEMA)
                .from(known)
                .text("id", alarm.alarmName())
                .text("alarm_name", alarm.alarmName())
                .text("arn", alarm.alarmArn())
                .textOrNothing("alarm_description", alarm.alarmDescription())
                .text("comparison_operator", alarm.comparisonOperatorAsString())
                .number("evaluation_periods", alarm.evaluationPeriods())
                .number("datapoints_to_alarm", alarm.datapointsToAlarm())
                .number("threshold", alarm.threshold())
                .text("threshold_metric_id", alarm.thresholdMetricId())
                .textOrNothing("metric_name", alarm.metricName())
                .textOrNothing("namespace", alarm.namespace())
                .value("dimensions", CloudWatch.dimensions(alarm.dimensions(), known.get("dimensions")))
                .number("period", alarm.period())
                .text("statistic", alarm.statisticAsString())
                .text("extended_statistic", alarm.extendedStatistic())
                .text("unit", alarm.unitAsString())
                .text("treat_missing_data", alarm.treatMissingData() == null ? "missing" : alarm.treatMissingData())
                .text("evaluate_low_sample_count_percentiles", alarm.evaluateLowSampleCountPercentile())
                .flag("actions_enabled", !Boolean.FALSE.equals(alarm.actionsEnabled()))
                .value("alarm_actions", actions(alarm.alarmActions(), known.get("alarm_actions")))
                .value("ok_actions", actions(alarm.okActions(), known.get("ok_actions")))
                .value(
                        "insufficient_data_actions",
                        actions(alarm.insufficientDataActions(), known.get("insufficient_data_actions")))
                .value("metric_query", MetricQueries.show(alarm.metrics(), known.get("metric_query")));
        Tags.show(attributes, tags, known, session);
        return attributes.object();
    }

    private static Value actions(List<String> actions, Value known) {
        return actions.isEmpty() && known.isNull()
                ? Value.ofNull()
                : Attributes.setOf(actions.stream().map(Value::of).toList());
    }
}
