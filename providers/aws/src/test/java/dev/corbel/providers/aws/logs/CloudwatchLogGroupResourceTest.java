package dev.corbel.providers.aws.logs;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class CloudwatchLogGroupResourceTest {
    private static final MapValue ORDERS = Values.map("name", "/ecs/orders", "tags", Values.map("Name", "orders"));

    @Test
    void createsWhatIsPlannedAndReadsItBack(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_cloudwatch_log_group", moto)) {
            ObjectState group = bench.create(ORDERS.with("retention_in_days", Value.of(14)));

            assertThat(group.attributes().entries())
                    .containsEntry("id", Value.of("/ecs/orders"))
                    .containsEntry("arn", Value.of("arn:aws:logs:eu-central-1:123456789012:log-group:/ecs/orders"))
                    .containsEntry("retention_in_days", Value.of(14))
                    .containsEntry("log_group_class", Value.of("STANDARD"))
                    .containsEntry("tags_all", Values.map("Name", "orders", "team", "network"));
            assertThat(bench.read(group)).isEqualTo(new ReadResult.Present(group));
        }
    }

    @Test
    void keepsLogsForeverWhereTheRetentionIsTakenAway(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_cloudwatch_log_group", moto)) {
            ObjectState group = bench.create(ORDERS.with("retention_in_days", Value.of(14)));

            ObjectState changed = bench.update(group, ORDERS);

            assertThat(changed.attributes().get("retention_in_days")).isEqualTo(Value.of(0));
            assertThat(bench.read(changed)).isEqualTo(new ReadResult.Present(changed));
        }
    }

    @Test
    void makesUpTheSameNameForTheSameOperation(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_cloudwatch_log_group", moto)) {
            MapValue prefixed = Values.map("name_prefix", "/ecs/orders-");

            ObjectState group = bench.create(prefixed, "operation-1");

            assertThat(group.attributes().text("name").orElseThrow()).matches("/ecs/orders-[a-z0-9]{26}");
            assertThat(bench.type().create(bench.session(), bench.request(prefixed, "operation-1")))
                    .isEqualTo(group);
        }
    }

    @Test
    void takesOverNoLogGroupOfSomebodyElse(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_cloudwatch_log_group", moto)) {
            bench.create(ORDERS);

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(ORDERS))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The log group \"/ecs/orders\" is there already",
                                            "This account has a log group of this name that Corbel did not create here.")
                                    .withHint("To manage it:"
                                            + " adopt('aws_cloudwatch_log_group.test') { id = '/ecs/orders' }.")));
        }
    }

    @Test
    void readsMoreThanOnePage(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_cloudwatch_log_group", moto)) {
            List<ObjectState> groups = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                groups.add(bench.create(Values.map("name", "/ecs/paged/" + i)));
            }
            bench.delete(groups.get(7));
            List<ReadResult> expected =
                    new ArrayList<>(groups.stream().map(ReadResult.Present::new).toList());
            Collections.replaceAll(expected, new ReadResult.Present(groups.get(7)), new ReadResult.Absent());

            assertThat(bench.read(groups)).isEqualTo(expected);
        }
    }

    @Test
    void asksForWhatAllNamesBeginWith() {
        assertThat(LogGroupReader.commonPrefix(List.of("/ecs/orders", "/ecs/options/web")))
                .isEqualTo("/ecs/o");
        assertThat(LogGroupReader.commonPrefix(List.of("/ecs/orders", "/ecs/orders")))
                .isEqualTo("/ecs/orders");
        assertThat(LogGroupReader.commonPrefix(List.of("/ecs/orders", "orders")))
                .isEmpty();
    }

    @Test
    void leavesTheLogGroupWhereToldTo(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_cloudwatch_log_group", moto)) {
            ObjectState group = bench.create(ORDERS.with("skip_destroy", Value.of(true)));

            bench.delete(group);

            assertThat(bench.read(group)).isEqualTo(new ReadResult.Present(group));
        }
    }

    @Test
    void takesTheRetentionsThatAwsHas() {
        assertThat(CloudwatchLogGroupResource.retentionProblem(Value.of(30))).isEmpty();
        assertThat(CloudwatchLogGroupResource.retentionProblem(Value.of(31)))
                .hasValue("must be one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096,"
                        + " 1827, 2192, 2557, 2922, 3288, 3653");
    }
}
