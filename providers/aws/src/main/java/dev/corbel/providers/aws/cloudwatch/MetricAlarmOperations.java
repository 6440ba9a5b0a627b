package dev.corbel.providers.aws.cloudwatch;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.NamedOperations;
import dev.corbel.providers.aws.resource.NamedReader;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.Propagation;
import dev.corbel.providers.kit.naming.Naming;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** The calls of {@code aws_cloudwatch_metric_alarm}. One call both creates and changes. */
final class MetricAlarmOperations extends NamedOperations<MetricAlarm> {

    MetricAlarmOperations() {
        super(new Naming("metric alarm", "alarm_name", CloudwatchMetricAlarmResource.MAX_NAME_LENGTH, Set.of()));
    }

    @Override
    protected NamedReader<MetricAlarm> reader(AwsSession session) {
        return new MetricAlarmReader(session);
    }

    @Override
    protected MetricAlarm call(
            AwsSession session,
            String name,
            DesiredAttributes desired,
            Map<String, String> tags,
            AwsRequestOverrideConfiguration once) {
        CloudWatch.client(session)
                .putMetricAlarm(alarm(name, desired)
                        .tags(CloudWatch.tags(tags))
                        .overrideConfiguration(once)
                        .build());
        return MetricAlarm.builder().alarmName(name).build();
    }

    private static PutMetricAlarmRequest.Builder alarm(String name, DesiredAttributes desired) {
        PutMetricAlarmRequest.Builder call = PutMetricAlarmRequest.builder()
                .alarmName(name)
                .alarmDescription(desired.text("alarm_description"))
                .comparisonOperator(desired.text("comparison_operator"))
                .evaluationPeriods(desired.number("evaluation_periods"))
                .datapointsToAlarm(desired.number("datapoints_to_alarm"))
                .threshold(desired.decimal("threshold"))
                .thresholdMetricId(desired.text("threshold_metric_id"))
                .treatMissingData(desired.text("treat_missing_data"))
                .evaluateLowSampleCountPercentile(desired.text("evaluate_low_sample_count_percentiles"))
                .actionsEnabled(desired.isTrue("actions_enabled"))
                .alarmActions(desired.texts("alarm_actions"))
                .okActions(desired.texts("ok_actions"))
                .insufficientDataActions(desired.texts("insufficient_data_actions"));
        List<MetricDataQuery> queries = MetricQueries.of(desired);
        if (!queries.isEmpty()) {
            return call.metrics(queries);
        }
        return call.metricName(desired.text("metric_name"))
                .namespace(desired.text("namespace"))
                .dimensions(CloudWatch.dimensions(desired.map("dimensions")))
                .period(desired.number("period"))
                .statistic(desired.text("statistic"))
                .extendedStatistic(desired.text("extended_statistic"))
                .unit(desired.text("unit"));
    }

    @Override
    protected ObjectState finish(AwsSession session, MetricAlarm alarm, CreateRequest request)
            throws ProviderException {
        return settled(session, alarm.alarmName(), request.planned());
    }

    private static ObjectState settled(AwsSession session, String name, MapValue planned) throws ProviderException {
        MetricAlarmReader reader = new MetricAlarmReader(session);
        return Propagation.read(
                session.waiter(IdempotentCreate.READ_LAG), "metric alarm " + name, planned, () -> reader.find(name)
                        .map(found -> reader.show(found, planned)));
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        String name = prior.required("alarm_name");
        CloudWatchClient cloudWatch = CloudWatch.client(session);
        // The call would make a new alarm where somebody has deleted this one.
        if (new MetricAlarmReader(session).find(name).isEmpty()) {
            throw NotFound.exception("metric alarm " + name);
        }
        cloudWatch.putMetricAlarm(alarm(name, planned).build());
        String arn = prior.required("arn");
        Tags.Change change = Tags.Change.between(prior.attributes(), planned.attributes());
        if (!change.removed().isEmpty()) {
            cloudWatch.untagResource(call -> call.resourceARN(arn).tagKeys(change.removed()));
        }
        if (!change.set().isEmpty()) {
            cloudWatch.tagResource(call -> call.resourceARN(arn).tags(CloudWatch.tags(change.set())));
        }
        return settled(session, name, request.planned());
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) {
        String name = new DesiredAttributes(request.prior().attributes()).required("alarm_name");
        if (new MetricAlarmReader(session).find(name).isPresent()) {
            CloudWatch.client(session).deleteAlarms(call -> call.alarmNames(name));
        }
    }
}
