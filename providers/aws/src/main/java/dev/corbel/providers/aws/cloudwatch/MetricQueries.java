package dev.corbel.providers.aws.cloudwatch;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** The queries of an alarm over several metrics, and what they calculate. */
final class MetricQueries {
    private MetricQueries() {}

    static List<MetricDataQuery> of(DesiredAttributes desired) {
        return desired.blocks("metric_query").stream().map(MetricQueries::query).toList();
    }

    private static MetricDataQuery query(DesiredAttributes block) {
        MetricDataQuery.Builder query = MetricDataQuery.builder()
                .id(block.text("id"))
                .accountId(block.text("account_id"))
                .expression(block.text("expression"))
                .label(block.text("label"))
                .period(block.number("period"))
                .returnData(block.isTrue("return_data"));
        DesiredAttributes metric = block.block("metric");
        return block.has("metric")
                ? query.metricStat(stat -> stat.period(metric.number("period"))
                                .stat(metric.text("stat"))
                                .unit(metric.text("unit"))
                                .metric(one -> one.metricName(metric.text("metric_name"))
                                        .namespace(metric.text("namespace"))
                                        .dimensions(CloudWatch.dimensions(metric.map("dimensions")))))
                        .build()
                : query.build();
    }

    static Value show(List<MetricDataQuery> queries, Value known) {
        return Attributes.setOf(queries.stream()
                .map(query -> show(query, before(known, query.id())))
                .toList());
    }

    private static MapValue before(Value known, String id) {
        return known.fullyUnmarked() instanceof ListValue list
                ? list.elements().stream()
                        .map(MapValue.class::cast)
                        .filter(block -> block.text("id").filter(id::equals).isPresent())
                        .findFirst()
                        .orElse(MapValue.EMPTY)
                : MapValue.EMPTY;
    }

    private static MapValue show(MetricDataQuery query, MapValue known) {
        return new Attributes(CloudwatchMetricAlarmResource.METRIC_QUERY)
                .text("id", query.id())
                .text("account_id", query.accountId())
                .textOrNothing("expression", query.expression())
                .textOrNothing("label", query.label())
                .number("period", query.period())
                .flag("return_data", Boolean.TRUE.equals(query.returnData()))
                .value(
                        "metric",
                        query.metricStat() == null
                                ? Value.ofNull()
                                : show(query.metricStat(), new DesiredAttributes(known).block("metric")))
                .build();
    }

    private static Value show(MetricStat stat, DesiredAttributes known) {
        return new Attributes(CloudwatchMetricAlarmResource.METRIC)
                .number("period", stat.period())
                .text("stat", stat.stat())
                .text("unit", stat.unitAsString())
                .text("metric_name", stat.metric().metricName())
                .textOrNothing("namespace", stat.metric().namespace())
                .value(
                        "dimensions",
                        CloudWatch.dimensions(
                                stat.metric().dimensions(), known.attributes().get("dimensions")))
                .build();
    }
}
