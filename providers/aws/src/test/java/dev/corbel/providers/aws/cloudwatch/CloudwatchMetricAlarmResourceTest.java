package dev.corbel.providers.aws.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.kit.attribute.Attributes;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class CloudwatchMetricAlarmResourceTest {
    private static final MapValue BUSY = Values.map(
            "alarm_name",
            "busy",
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
            "extended_statistic",
            "p99",
            "threshold",
            Value.of(new BigDecimal("79.5")),
            "treat_missing_data",
            "notBreaching",
            "metric_query",
            List.of());

    @Test
    void createsWhatIsPlannedAndReadsItBack(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_cloudwatch_metric_alarm", moto)) {
            ObjectState alarm = bench.create(BUSY);

            assertThat(alarm.attributes().entries())
                    .containsEntry("id", Value.of("busy"))
                    .containsEntry("arn", Value.of("arn:aws:cloudwatch:eu-central-1:123456789012:alarm:busy"))
                    .containsEntry("actions_enabled", Value.of(true))
                    .containsEntry("tags_all", Values.map("team", "network"));
            assertThat(bench.read(alarm)).isEqualTo(new ReadResult.Present(alarm));
            assertThat(bench.plan(alarm.attributes(), BUSY).attributes().entries())
                    .isEqualTo(alarm.attributes().entries());
        }
    }

    @Test
    void watchesWhatIsCalculatedFromSeveralMetrics(MotoServer moto) throws Exception {
        MapValue errors = metric("errors", "HTTPCode_Target_5XX_Count");
        MapValue requests = metric("requests", "RequestCount");
        MapValue rate = new Attributes(CloudwatchMetricAlarmResource.METRIC_QUERY)
                .text("id", "rate")
                .text("expression", "errors / requests")
                .text("label", "Error rate")
                .flag("return_data", true)
                .build();
        MapValue failing = Values.map(
                "alarm_name",
                "failing",
                "comparison_operator",
                "GreaterThanThreshold",
                "evaluation_periods",
                1,
                "threshold",
                5,
                "metric_query",
                Attributes.setOf(List.of(rate, errors, requests)));
        try (Bench bench = Bench.of("aws_cloudwatch_metric_alarm", moto)) {
            ObjectState alarm = bench.create(failing);

            assertThat(bench.read(alarm)).isEqualTo(new ReadResult.Present(alarm));
        }
    }

    private static MapValue metric(String id, String name) {
        return new Attributes(CloudwatchMetricAlarmResource.METRIC_QUERY)
                .text("id", id)
                .flag("return_data", false)
                .value(
                        "metric",
                        new Attributes(CloudwatchMetricAlarmResource.METRIC)
                                .text("metric_name", name)
                                .text("namespace", "AWS/ApplicationELB")
                                .number("period", 60)
                                .text("stat", "Sum")
                                .value("dimensions", Values.map("LoadBalancer", "app/orders/1"))
                                .build())
                .build();
    }

    @Test
    void overwritesNoAlarmOfSomebodyElse(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_cloudwatch_metric_alarm", moto)) {
            ObjectState alarm = bench.create(BUSY, "operation-1");

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(BUSY, "operation-2"))
                    .satisfies(
                            failure -> assertThat(failure.diagnostic())
                                    .isEqualTo(
                                            Diagnostic.error(
                                                            "The metric alarm \"busy\" is there already",
                                                            "This account has a metric alarm of this name that Corbel did not create"
                                                                    + " here.")
                                                    .withHint(
                                                            "To manage it: adopt('aws_cloudwatch_metric_alarm.test') { id = 'busy' }.")));
            assertThat(bench.read(alarm)).isEqualTo(new ReadResult.Present(alarm));
        }
    }

    @Test
    void makesNoNewAlarmWhereOneIsToBeChangedThatIsGone(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_cloudwatch_metric_alarm", moto)) {
            ObjectState alarm = bench.create(BUSY);
            bench.delete(alarm);

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.update(alarm, BUSY.with("threshold", Value.of(90))))
                    .satisfies(failure ->
                            assertThat(failure.diagnostic().summary()).isEqualTo("The metric alarm busy is gone"));
            assertThat(bench.read(alarm)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void takesOneStatisticAndOneThreshold() {
        assertThat(new CloudwatchMetricAlarmResource()
                        .validate(BUSY.with("statistic", Value.of("Average"))
                                .with("threshold_metric_id", Value.of("band"))))
                .containsExactly(
                        Diagnostic.error("statistic conflicts with extended_statistic", "Set one of them, or neither."),
                        Diagnostic.error(
                                "threshold conflicts with threshold_metric_id", "Set one of them, or neither."));
    }
}
