package dev.corbel.providers.aws.cloudwatch;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import java.util.Optional;

class MetricAlarmContractTest extends MotoContract {
    MetricAlarmContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_cloudwatch_metric_alarm";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "alarm_name",
                        "orders-" + distinct,
                        "comparison_operator",
                        "GreaterThanThreshold",
                        "evaluation_periods",
                        2,
                        "metric_name",
                        "CPUUtilization",
                        "namespace",
                        "AWS/ECS",
                        "period",
                        60,
                        "statistic",
                        "Average",
                        "threshold",
                        80,
                        "dimensions",
                        Values.map("ClusterName", "orders"),
                        "alarm_actions",
                        List.of("arn:aws:sns:eu-central-1:123456789012:alarms"),
                        "tags",
                        Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration
                        .with("threshold", Value.of(90))
                        .with("alarm_actions", Value.ofNull())
                        .with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("alarm_name", Value.of("another")));
            }
        };
    }
}
