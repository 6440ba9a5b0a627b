package dev.corbel.providers.aws.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.aws.MotoFront;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class EcsServiceResourceTest {

    private static ServiceFixture fixture(MotoServer moto) {
        return ServiceFixture.of((type, attributes) -> {
            try (Bench bench = Bench.of(type, moto)) {
                return bench.create(attributes).attributes().get("id");
            } catch (ProviderException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    @Test
    void createsWhatIsPlannedAndKeepsTheNamesOfTheDefinition(MotoServer moto) throws Exception {
        MapValue web = fixture(moto).service("web");
        try (Bench bench = Bench.of("aws_ecs_service", moto)) {
            ObjectState service = bench.create(web);

            assertThat(service.attributes().entries())
                    .containsEntry("id", Value.of("arn:aws:ecs:eu-central-1:123456789012:service/orders/web"))
                    .containsEntry("cluster", Value.of("orders"))
                    .containsEntry("task_definition", Value.of("web:1"))
                    .containsEntry("deployment_maximum_percent", Value.of(200))
                    .containsEntry("deployment_minimum_healthy_percent", Value.of(100))
                    .containsEntry("tags_all", Values.map("Name", "web", "team", "network"));
            assertThat(bench.read(service)).isEqualTo(new ReadResult.Present(service));
            assertThat(bench.plan(service.attributes(), web).attributes().entries())
                    .isEqualTo(service.attributes().entries());
        }
    }

    @Test
    void sendsWhatDiffersInOneCall(MotoServer moto) throws Exception {
        MapValue web = fixture(moto).service("web");
        try (Front front = new Front(moto);
                Bench bench = Bench.at("aws_ecs_service", front.endpoint(), front.context())) {
            ObjectState service = bench.create(web);
            int before = front.actions().size();

            ObjectState changed = bench.update(
                    service,
                    web.with("task_definition", Value.of("web:2"))
                            .with("desired_count", Value.of(3))
                            .with("enable_execute_command", Value.of(true))
                            .with("deployment_minimum_healthy_percent", Value.of(50))
                            .with("deployment_circuit_breaker", Value.ofNull()));

            assertThat(front.actions().subList(before, front.actions().size()))
                    .containsExactly("UpdateService", "DescribeServices");
            assertThat(bench.read(changed)).isEqualTo(new ReadResult.Present(changed));
        }
    }

    @Test
    void drainsBeforeItDeletes(MotoServer moto) throws Exception {
        MapValue web = fixture(moto).service("web");
        try (Front front = new Front(moto);
                Bench bench = Bench.at("aws_ecs_service", front.endpoint(), front.context())) {
            ObjectState service = bench.create(web);
            ObjectState forced =
                    bench.create(web.with("name", Value.of("forced")).with("force_delete", Value.of(true)));
            int before = front.actions().size();

            bench.delete(service);
            bench.delete(service);
            bench.delete(forced);

            assertThat(front.actions().subList(before, front.actions().size()))
                    .containsExactly(
                            "DescribeServices",
                            "UpdateService",
                            "DeleteService",
                            "DescribeServices",
                            "DescribeServices",
                            "DescribeServices",
                            "DescribeServices",
                            "DeleteService",
                            "DescribeServices");
            assertThat(bench.read(service)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void readsTenWithOneCall(MotoServer moto) throws Exception {
        ServiceFixture fixture = fixture(moto);
        try (Front front = new Front(moto);
                Bench bench = Bench.at("aws_ecs_service", front.endpoint(), front.context())) {
            List<ObjectState> services = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                services.add(bench.create(fixture.service("web-" + i)));
            }
            int before = front.actions().size();

            assertThat(bench.read(services))
                    .isEqualTo(services.stream().map(ReadResult.Present::new).toList());

            assertThat(front.actions().subList(before, front.actions().size()))
                    .containsExactly("DescribeServices", "DescribeServices");
        }
    }

    @Test
    void takesOverNoServiceOfSomebodyElse(MotoServer moto) throws Exception {
        MapValue web = fixture(moto).service("web");
        try (Bench bench = Bench.of("aws_ecs_service", moto)) {
            ObjectState service = bench.create(web, "operation-1");

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(web, "operation-2"))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The service \"orders/web\" is there already",
                                            "The cluster has a service of this name that Corbel did not create here.")
                                    .withHint("To manage it: adopt('aws_ecs_service.test') { id = 'orders/web' }.")));
            assertThat(bench.type().recover(bench.session(), bench.request(web, "operation-1")))
                    .hasValue(service);
        }
    }

    @Test
    void waitsUntilItIsSteady(MotoServer moto) throws Exception {
        MapValue web = fixture(moto).service("web").with("wait_for_steady_state", Value.of(true));
        try (Front front = new Front(moto);
                Bench bench = Bench.at("aws_ecs_service", front.endpoint(), front.context())) {
            front.steadyAfter = 4;

            bench.create(web);

            assertThat(front.time.pauses()).hasSize(2);
        }
    }

    @Test
    void saysWhyADeploymentWasGivenUp(MotoServer moto) throws Exception {
        MapValue web = fixture(moto).service("web").with("wait_for_steady_state", Value.of(true));
        try (Front front = new Front(moto);
                Bench bench = Bench.at("aws_ecs_service", front.endpoint(), front.context())) {
            front.failed = true;

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(web))
                    .satisfies(failure -> {
                        assertThat(failure.diagnostic())
                                .isEqualTo(Diagnostic.error(
                                                "The deployment of the service orders/web was given up",
                                                "tasks failed to start.")
                                        .withHint("The events of the service and the logs of its tasks tell why they"
                                                + " did not come up."));
                        assertThat(failure.object()).isPresent();
                    });
        }
    }

    @Test
    void noticesThatTheDeploymentBeforeCameBack(MotoServer moto) throws Exception {
        MapValue web = fixture(moto).service("web").with("wait_for_steady_state", Value.of(true));
        try (Front front = new Front(moto);
                Bench bench = Bench.at("aws_ecs_service", front.endpoint(), front.context())) {
            front.rolledBack = true;

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(web))
                    .satisfies(failure -> assertThat(failure.diagnostic().detail())
                            .isEqualTo("The service went back to the deployment before it."));
        }
    }

    @Test
    void isReplacedBetweenLaunchTypeAndCapacityProviders(MotoServer moto) throws Exception {
        MapValue web = fixture(moto).service("web");
        try (Bench bench = Bench.of("aws_ecs_service", moto)) {
            ObjectState service = bench.create(web);
            Value spot = Value.list(Values.map("capacity_provider", "FARGATE_SPOT", "base", 0, "weight", 1));

            assertThat(bench.plan(
                                    service.attributes(),
                                    web.with("launch_type", Value.ofNull()).with("capacity_provider_strategy", spot))
                            .replacedFor())
                    .containsExactly(ValuePath.ROOT.then("capacity_provider_strategy"));
            assertThat(bench.type().validate(web.with("capacity_provider_strategy", spot)))
                    .containsExactly(Diagnostic.error(
                            "launch_type conflicts with capacity_provider_strategy", "Set one of them, or neither."));
        }
    }

    @Test
    void keepsTheNumberOfTasksThatAutoScalingChose(MotoServer moto) throws Exception {
        MapValue web = fixture(moto).service("web").with("desired_count", Value.ofNull());
        try (Bench bench = Bench.of("aws_ecs_service", moto)) {
            ObjectState service = bench.create(web);
            assertThat(service.attributes().get("desired_count")).isEqualTo(Value.of(0));
            Ecs.client(bench.session())
                    .updateService(call -> call.cluster("orders").service("web").desiredCount(4));

            ObjectState scaled = ((ReadResult.Present) bench.read(service)).object();

            assertThat(bench.plan(scaled.attributes(), web).attributes().get("desired_count"))
                    .isEqualTo(Value.of(4));
        }
    }

    @Test
    void readsIds() {
        assertThat(ServiceId.parse("orders/web")).hasValue(new ServiceId("orders", "web"));
        assertThat(ServiceId.parse("web")).isEmpty();
        assertThat(ServiceId.of(
                        Values.map("cluster", "arn:aws:ecs:eu-central-1:123456789012:cluster/orders", "name", "web")))
                .isEqualTo(new ServiceId("orders", "web"));
        assertThat(ServiceId.of(Values.map("name", "web"))).isEqualTo(new ServiceId("default", "web"));
    }

    /** An emulator whose deployments end: moto's never do. */
    private static final class Front extends MotoFront {
        private final FakeTime time = new FakeTime();
        private int steadyAfter;
        private boolean failed;
        private boolean rolledBack;

        Front(MotoServer moto) {
            super(moto);
        }

        ProviderContext context() {
            return new ProviderContext(Path.of("."), "test", time, time);
        }

        @Override
        protected String changed(String action, String body, String answer) {
            if (!action.equals("DescribeServices")) {
                return answer;
            }
            if (failed) {
                return answer.replaceAll("\"rolloutState\": ?\"IN_PROGRESS\"", "\"rolloutState\": \"FAILED\"")
                        .replaceAll(
                                "\"rolloutStateReason\": ?\"[^\"]*\"",
                                "\"rolloutStateReason\": \"tasks failed to start.\"");
            }
            long asked = actions().stream().filter("DescribeServices"::equals).count() - 1;
            boolean steady = rolledBack || (steadyAfter > 0 && asked >= steadyAfter);
            String shown = steady
                    ? answer.replaceAll("\"rolloutState\": ?\"IN_PROGRESS\"", "\"rolloutState\": \"COMPLETED\"")
                            .replaceAll("\"runningCount\": ?0", "\"runningCount\": 2")
                    : answer;
            return rolledBack ? shown.replaceAll("\"id\": ?\"ecs-svc/[0-9]+\"", "\"id\": \"ecs-svc/0\"") : shown;
        }
    }
}
