package dev.corbel.providers.aws;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.proxy.AwsProxy;
import dev.corbel.emulators.proxy.ProxyExtension;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading many objects takes as many calls as there are pages, beside what no list of AWS tells. */
@ExtendWith({MotoExtension.class, ProxyExtension.class})
class ListCallsTest {
    private static final int FEW = 3;
    private static final int MANY = 9;

    private final AwsProxy proxy;

    ListCallsTest(AwsProxy proxy) {
        this.proxy = proxy;
    }

    /** Types that AWS lists, with the calls for what such a list does not tell. */
    enum Listed {
        ALARM("aws_cloudwatch_metric_alarm", "DescribeAlarms", "ListTagsForResource"),
        CLUSTER("aws_ecs_cluster", "DescribeClusters", ""),
        LOG_GROUP("aws_cloudwatch_log_group", "DescribeLogGroups", "ListTagsForResource"),
        PARAMETER_GROUP(
                "aws_db_parameter_group", "DescribeDBParameterGroups", "DescribeDBParameters\nListTagsForResource"),
        ROLE("aws_iam_role", "GetAccountAuthorizationDetails\nListRoles", ""),
        TARGET_GROUP("aws_lb_target_group", "DescribeTags\nDescribeTargetGroups", "DescribeTargetGroupAttributes");

        private final String type;
        private final String lists;
        private final String details;

        Listed(String type, String lists, String details) {
            this.type = type;
            this.lists = lists;
            this.details = details;
        }

        Map<String, Integer> calls(int objects) {
            Map<String, Integer> calls = new TreeMap<>();
            lists.lines().forEach(list -> calls.put(list, 1));
            details.lines().forEach(detail -> calls.put(detail, objects));
            return calls;
        }

        MapValue configuration(String name) {
            return switch (this) {
                case ALARM ->
                    Values.map(
                            "alarm_name",
                            name,
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
                            80);
                case TARGET_GROUP -> Values.map("name", name, "target_type", "lambda");
                case PARAMETER_GROUP -> Values.map("name", name, "family", "postgres16");
                case ROLE -> Values.map("name", name, "assume_role_policy", """
                            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                             "Principal": {"Service": "ecs-tasks.amazonaws.com"}}]}
                            """);
                default -> Values.map("name", name);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsGrowWithPages(Listed listed) throws Exception {
        List<ObjectState> objects = new ArrayList<>();
        try (Bench bench = bench(listed)) {
            for (int i = 0; i < MANY; i++) {
                objects.add(bench.create(listed.configuration("many-" + i)));
            }
        }
        assertThat(reading(listed, objects.subList(0, FEW))).isEqualTo(listed.calls(FEW));
        assertThat(reading(listed, objects)).isEqualTo(listed.calls(MANY));
    }

    private Map<String, Integer> reading(Listed listed, List<ObjectState> objects) {
        try (Bench bench = bench(listed)) {
            Map<String, Integer> before = calls();
            assertThat(bench.read(objects)).hasSameSizeAs(objects).allMatch(ReadResult.Present.class::isInstance);
            Map<String, Integer> after = calls();
            before.forEach((call, count) -> after.merge(call, -count, Integer::sum));
            after.values().removeIf(count -> count == 0);
            return after;
        }
    }

    private Map<String, Integer> calls() {
        return proxy.calls().entrySet().stream()
                .collect(toMap(
                        call -> call.getKey().operation(), Map.Entry::getValue, Integer::sum, java.util.TreeMap::new));
    }

    private Bench bench(Listed listed) {
        return Bench.at(listed.type, proxy.endpoint().toString(), ProviderContext.system(Path.of("."), "test"));
    }
}
