package dev.corbel.providers.aws.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.proxy.AwsProxy;
import dev.corbel.emulators.proxy.ProxyExtension;
import dev.corbel.emulators.proxy.TaskStart;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({MotoExtension.class, ProxyExtension.class})
class StopBeforeDeploymentTest {
    private static final Value TWO = Value.of("web:2");

    private static Bench bench(String type, AwsProxy proxy) {
        return Bench.at(type, proxy.endpoint().toString(), ProviderContext.system(Path.of("."), "test"));
    }

    private static MapValue service(AwsProxy proxy) {
        return ServiceFixture.of((type, attributes) -> {
                    try (Bench bench = bench(type, proxy)) {
                        return bench.create(attributes).attributes().get("id");
                    } catch (ProviderException failure) {
                        throw new IllegalStateException(failure);
                    }
                })
                .service("web")
                .with("deployment_maximum_percent", Value.of(100))
                .with("deployment_minimum_healthy_percent", Value.of(0))
                .with("availability_zone_rebalancing", Value.of("DISABLED"));
    }

    @Test
    void percentagesAloneLetNewTasksBeginBesideOnesThatAreStopping(AwsProxy proxy) throws Exception {
        MapValue web = service(proxy);
        try (Bench bench = bench("aws_ecs_service", proxy)) {
            bench.update(bench.create(web), web.with("task_definition", TWO));

            assertThat(proxy.taskStarts().get(2)).isEqualTo(new TaskStart("web:2", List.of("web:1")));
        }
    }

    @Test
    void newTasksWaitUntilTheOldOnesHaveEndedAndOneComesFirst(AwsProxy proxy) throws Exception {
        MapValue web = service(proxy).with("stop_before_deployment", Value.of(true));
        try (Bench bench = bench("aws_ecs_service", proxy)) {
            ObjectState service = bench.create(web);

            ObjectState changed = bench.update(service, web.with("task_definition", TWO));

            assertThat(proxy.taskStarts())
                    .containsExactly(
                            new TaskStart("web:1", List.of()),
                            new TaskStart("web:1", List.of("web:1")),
                            new TaskStart("web:2", List.of()),
                            new TaskStart("web:2", List.of("web:2")));
            assertThat(changed.attributes().get("desired_count")).isEqualTo(Value.of(2));
            assertThat(bench.read(changed)).isEqualTo(new ReadResult.Present(changed));
        }
    }

    @Test
    void anotherNumberOfTasksStopsNone(AwsProxy proxy) throws Exception {
        MapValue web = service(proxy).with("stop_before_deployment", Value.of(true));
        try (Bench bench = bench("aws_ecs_service", proxy)) {
            bench.update(bench.create(web), web.with("desired_count", Value.of(3)));

            assertThat(proxy.taskStarts()).hasSize(3);
        }
    }

    @Test
    void whatIsStoppedKeepsItsNumberAndGetsItBackWhateverChanges(AwsProxy proxy) throws Exception {
        MapValue web = service(proxy);
        MapValue stop = Values.map(
                "cluster",
                "orders",
                "service",
                List.of(Values.map("name", "web", "task_definition", "web:2", "stop_all", true)));
        try (Bench bench = bench("aws_ecs_service", proxy);
                Bench stops = bench("aws_ecs_service_stop", proxy)) {
            ObjectState service = bench.create(web);
            ObjectState stopped = stops.create(stop, "operation-1");

            ObjectState held = ((ReadResult.Present) bench.read(service)).object();
            assertThat(stopped.attributes().get("stopped")).isEqualTo(Value.of("operation-1"));
            assertThat(held.attributes().get("desired_count")).isEqualTo(Value.of(2));
            assertThat(bench.changes(held, web)).containsExactly("stopped_for_deployment: true -> null");

            ObjectState back = bench.update(held, web);

            assertThat(bench.changes(back, web)).isEmpty();
            assertThat(bench.read(back)).isEqualTo(new ReadResult.Present(back));
            assertThat(proxy.taskStarts()).hasSize(4);
        }
    }

    @Test
    void nothingStopsForRevisionsThatRunAlready(AwsProxy proxy) throws Exception {
        MapValue web = service(proxy);
        MapValue stop = Values.map(
                "cluster",
                "orders",
                "service",
                List.of(
                        Values.map("name", "web", "task_definition", "web:1", "stop_all", true),
                        Values.map("name", "absent", "task_definition", "absent:1", "stop_all", true)));
        try (Bench bench = bench("aws_ecs_service", proxy);
                Bench stops = bench("aws_ecs_service_stop", proxy)) {
            ObjectState service = bench.create(web);

            ObjectState none = stops.create(stop);

            assertThat(none.attributes().get("stopped")).isEqualTo(Value.of("never"));
            assertThat(bench.read(service)).isEqualTo(new ReadResult.Present(service));
        }
    }
}
