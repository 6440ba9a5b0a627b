package dev.corbel.providers.aws.ecs;

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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ecs.model.ClusterSetting;

@ExtendWith(MotoExtension.class)
class EcsClusterResourceTest {
    private static final MapValue ORDERS =
            Values.map("name", "orders", "setting", List.of(), "tags", Values.map("Name", "orders"));

    @Test
    void createsWhatIsPlannedAndReadsItBack(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_ecs_cluster", moto)) {
            ObjectState cluster = bench.create(ORDERS);

            assertThat(cluster.attributes())
                    .isEqualTo(Values.map(
                            "name",
                            "orders",
                            "tags",
                            Values.map("Name", "orders"),
                            "tags_all",
                            Values.map("Name", "orders", "team", "network"),
                            "id",
                            "arn:aws:ecs:eu-central-1:123456789012:cluster/orders",
                            "arn",
                            "arn:aws:ecs:eu-central-1:123456789012:cluster/orders",
                            "configuration",
                            Value.ofNull(),
                            "service_connect_defaults",
                            Value.ofNull(),
                            "setting",
                            List.of()));
            assertThat(bench.read(cluster)).isEqualTo(new ReadResult.Present(cluster));
        }
    }

    @Test
    void readsAHundredAtOnceWithTheMissingOnesAbsent(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_ecs_cluster", moto)) {
            ObjectState there = bench.create(ORDERS);
            ObjectState gone = bench.create(Values.map("name", "gone", "setting", List.of()));
            bench.delete(gone);
            bench.delete(gone);

            assertThat(bench.read(List.of(gone, there)))
                    .containsExactly(new ReadResult.Absent(), new ReadResult.Present(there));
            assertThat(bench.type().readBatchSize()).isEqualTo(100);
        }
    }

    @Test
    void takesOverNoClusterOfSomebodyElse(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_ecs_cluster", moto)) {
            ObjectState cluster = bench.create(ORDERS, "operation-1");

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(ORDERS, "operation-2"))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The cluster \"orders\" is there already",
                                            "This account has a cluster of this name that Corbel did not create here.")
                                    .withHint("To manage it: adopt('aws_ecs_cluster.test') { id = 'orders' }.")));
            assertThat(bench.type().create(bench.session(), bench.request(ORDERS, "operation-1")))
                    .isEqualTo(cluster);
        }
    }

    @Test
    void takesItsConfigurationAway(MotoServer moto) throws Exception {
        MapValue logging = Values.map(
                "execute_command_configuration",
                Values.map(
                        "kms_key_id",
                        Value.ofNull(),
                        "logging",
                        "OVERRIDE",
                        "log_configuration",
                        Values.map(
                                "cloud_watch_encryption_enabled",
                                true,
                                "cloud_watch_log_group_name",
                                "/ecs/commands",
                                "s3_bucket_encryption_enabled",
                                Value.ofNull(),
                                "s3_bucket_name",
                                Value.ofNull(),
                                "s3_key_prefix",
                                Value.ofNull())),
                "managed_storage_configuration",
                Value.ofNull());
        try (Bench bench = Bench.of("aws_ecs_cluster", moto)) {
            ObjectState cluster = bench.create(ORDERS.with("configuration", logging));
            assertThat(cluster.attributes().get("configuration")).isEqualTo(logging);

            ObjectState changed = bench.update(cluster, ORDERS);

            assertThat(changed.attributes().get("configuration")).isEqualTo(Value.ofNull());
            assertThat(bench.read(changed)).isEqualTo(new ReadResult.Present(changed));
        }
    }

    @Test
    void adoptsWithWhatDiffersFromTheDefaults(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_ecs_cluster", moto)) {
            Ecs.client(bench.session()).createCluster(call -> call.clusterName("orders")
                    .settings(ClusterSetting.builder()
                            .name("containerInsights")
                            .value("enhanced")
                            .build()));

            ObjectState adopted =
                    bench.type().importObject(bench.session(), "orders").orElseThrow();

            assertThat(adopted.attributes().get("setting"))
                    .isEqualTo(Value.list(Values.map("name", "containerInsights", "value", "enhanced")));
        }
    }
}
