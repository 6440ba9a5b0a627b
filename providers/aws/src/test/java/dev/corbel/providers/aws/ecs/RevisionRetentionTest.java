package dev.corbel.providers.aws.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.proxy.AwsProxy;
import dev.corbel.emulators.proxy.ProxyExtension;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({MotoExtension.class, ProxyExtension.class})
class RevisionRetentionTest {
    private static final MapValue ORDERS = Values.map(
            "family",
            "orders",
            "container_definitions",
            "[{\"name\":\"web\",\"image\":\"orders:1\"}]",
            "network_mode",
            "awsvpc",
            "cpu",
            "256",
            "memory",
            "512",
            "volume",
            List.of(),
            "retention",
            Values.map("cluster", "orders", "revisions", 2));

    private static Bench bench(String type, AwsProxy proxy) {
        return Bench.at(type, proxy.endpoint().toString(), ProviderContext.system(Path.of("."), "test"));
    }

    /** Revisions of which the service runs one. */
    private static List<ObjectState> revisions(Bench bench, int count, String running) throws Exception {
        Ecs.client(bench.session()).createCluster(call -> call.clusterName("orders"));
        List<ObjectState> revisions = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            revisions.add(bench.create(ORDERS));
        }
        Ecs.client(bench.session()).createService(call -> call.cluster("orders")
                .serviceName("web")
                .taskDefinition(running)
                .desiredCount(1));
        return revisions;
    }

    private static List<String> active(Bench bench) {
        return new TaskDefinitionReader(bench.session()).revisions("orders");
    }

    @Test
    void keepsTheNewestWhenAnotherIsToCome(AwsProxy proxy) throws Exception {
        try (Bench bench = bench("aws_ecs_task_definition", proxy)) {
            List<ObjectState> revisions = revisions(bench, 4, "orders:4");

            bench.delete(revisions.get(3));

            assertThat(active(bench)).containsExactly("orders:4");
            bench.create(ORDERS);
            assertThat(active(bench)).containsExactly("orders:5", "orders:4");
        }
    }

    @Test
    void keepsTheRevisionThatAServiceWentBackTo(AwsProxy proxy) throws Exception {
        try (Bench bench = bench("aws_ecs_task_definition", proxy)) {
            List<ObjectState> revisions = revisions(bench, 4, "orders:2");

            bench.delete(revisions.get(3));
            bench.delete(revisions.get(3));

            assertThat(active(bench)).containsExactly("orders:4", "orders:2");
            Ecs.client(bench.session())
                    .updateService(call -> call.cluster("orders").service("web").taskDefinition("orders:2"));
        }
    }

    @Test
    void leavesNothingOnceTheServiceIsGone(AwsProxy proxy) throws Exception {
        try (Bench bench = bench("aws_ecs_task_definition", proxy)) {
            List<ObjectState> revisions = revisions(bench, 3, "orders:3");
            bench.create(ORDERS.with("family", Value.of("orders-scheduler")));
            Ecs.client(bench.session())
                    .deleteService(call -> call.cluster("orders").service("web").force(true));

            bench.delete(revisions.get(2));
            bench.delete(revisions.get(2));

            assertThat(active(bench)).isEmpty();
            assertThat(new TaskDefinitionReader(bench.session()).revisions("orders-scheduler"))
                    .as("another family")
                    .containsExactly("orders-scheduler:1");
        }
    }
}
