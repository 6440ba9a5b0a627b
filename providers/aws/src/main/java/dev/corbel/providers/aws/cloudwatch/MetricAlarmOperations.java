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
        super(new Naming("metric alarm", "alarm_name", MetricAlarmType.LONGEST_NAME, Set.of()));
    }

    @Override
    protected NamedReader<MetricAlarm> reader(AwsSession session) {
        return new MetricAlarmReader(session);
    }

    @Override
    protected MetricAlarm call(
            AwsSession session,
            String name,
            DesiredAttributes wanted,
            Map<String, String> tags,
            AwsRequestOverrideConfiguration once) {
        CloudWatch.client(session)
                .putMetricAlarm(alarm(name, wanted)
                        .tags(CloudWatch.tags(tags))
                        .overrideConfiguration(once)
                        .build());
        return MetricAlarm.builder().alarmName(name).build();
    }

    private static PutMetricAlarmRequest.Builder alarm(String name, DesiredAttributes wanted) {
        PutMetricAlarmRequest.Builder call = PutMetricAlarmRequest.builder()
                .alarmName(name)
                .alarmDescription(wanted.text("alarm_description"))
                .comparisonOperator(wanted.text("comparison_operator"))
                .evaluationPeriods(wanted.number("evaluation_periods"))
                .datapointsToAlarm(wanted.number("datapoints_to_alarm"))
                .threshold(wanted.decimal("threshold"))
                .thresholdMetricId(wanted.text("threshold_metric_id"))
                .treatMissingData(wanted.text("treat_missing_data"))
                .evaluateLowSampleCountPercentile(wanted.text("evaluate_low_sample_count_percentiles"))
                .actionsEnabled(wanted.isTrue("actions_enabled"))
                .alarmActions(wanted.texts("alarm_actions"))
                .okActions(wanted.texts("ok_actions"))
                .insufficientDataActions(wanted.texts("insufficient_data_actions"));
        List<MetricDataQuery> queries = MetricQueries.of(wanted);
        if (!queries.isEmpty()) {
            return call.metrics(queries);
        }
        return call.metricName(wanted.text("metric_name"))
                .namespace(wanted.text("namespace"))
                .dimensions(CloudWatch.dimensions(wanted.map("dimensions")))
                .period(wanted.number("period"))
                .statistic(wanted.text("statistic"))
                .extendedStatistic(wanted.text("extended_statistic"))
                .unit(wanted.text("unit"));
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
