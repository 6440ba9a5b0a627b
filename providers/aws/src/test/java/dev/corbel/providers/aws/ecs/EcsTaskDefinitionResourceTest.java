package dev.corbel.providers.aws.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType.PlannedObject;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class EcsTaskDefinitionResourceTest {
    private static final MapValue ORDERS = Values.map(
            "family",
            "orders",
            "container_definitions",
            """
            [ { "name": "web", "image": "orders:1", "cpu": 0, "essential": true,
                "portMappings": [ { "containerPort": 8080 } ],
                "environment": [ { "name": "STAGE", "value": "test" }, { "name": "AREA", "value": "eu" } ],
                "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/ecs/orders" } } } ]
            """,
            "requires_compatibilities",
            List.of("FARGATE"),
            "network_mode",
            "awsvpc",
            "cpu",
            "256",
            "memory",
            "512",
            "volume",
            List.of());

    @Test
    void registersARevisionAndReadsItBackAsItWasWritten(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_ecs_task_definition", moto)) {
            ObjectState first = bench.create(ORDERS);
            ObjectState second = bench.create(ORDERS);

            assertThat(first.attributes().entries())
                    .containsEntry("id", Value.of("orders"))
                    .containsEntry("revision", Value.of(1))
                    .containsEntry("arn", Value.of("arn:aws:ecs:eu-central-1:123456789012:task-definition/orders:1"))
                    .containsEntry(
                            "arn_without_revision",
                            Value.of("arn:aws:ecs:eu-central-1:123456789012:task-definition/orders"));
            assertThat(second.attributes().get("revision")).isEqualTo(Value.of(2));
            assertThat(bench.read(List.of(first, second)))
                    .containsExactly(new ReadResult.Present(first), new ReadResult.Present(second));
        }
    }

    @Test
    void plansNothingForTheSameContainersInOtherWords(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_ecs_task_definition", moto)) {
            ObjectState first = bench.create(ORDERS);
            MapValue reworded = ORDERS.with(
                    "container_definitions",
                    Value.of("[{\"image\":\"orders:1\",\"name\":\"web\",\"portMappings\":[{\"containerPort\":8080,"
                            + "\"hostPort\":8080,\"protocol\":\"tcp\"}],\"environment\":[{\"name\":\"AREA\",\"value\":\"eu\"},"
                            + "{\"name\":\"STAGE\",\"value\":\"test\"}],\"logConfiguration\":{\"logDriver\":\"awslogs\","
                            + "\"options\":{\"awslogs-group\":\"/ecs/orders\"}},\"mountPoints\":[]}]"));

            PlannedObject planned = bench.plan(first.attributes(), reworded);

            assertThat(planned.attributes().entries())
                    .isEqualTo(first.attributes().entries());
        }
    }

    @Test
    void adoptsARevisionWithItsContainers(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_ecs_task_definition", moto)) {
            String arn = bench.create(ORDERS).attributes().text("arn").orElseThrow();

            ObjectState adopted =
                    bench.type().importObject(bench.session(), arn).orElseThrow();

            assertThat(new ContainerDefinitions("awsvpc")
                            .same(
                                    adopted.attributes()
                                            .text("container_definitions")
                                            .orElseThrow(),
                                    ORDERS.text("container_definitions").orElseThrow()))
                    .isTrue();
        }
    }

    @Test
    void isGoneOnceItIsDeregistered(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_ecs_task_definition", moto)) {
            ObjectState revision = bench.create(ORDERS);
            ObjectState kept = bench.create(ORDERS.with("skip_destroy", Value.of(true)));

            bench.delete(revision);
            bench.delete(revision);
            bench.delete(kept);

            assertThat(bench.read(List.of(revision, kept)))
                    .containsExactly(new ReadResult.Absent(), new ReadResult.Present(kept));
        }
    }

    @Test
    void findsWhatAnInterruptedRegistrationMadeAmongOtherRevisions(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_ecs_task_definition", moto)) {
            ObjectState revision = bench.create(ORDERS, "operation-1");
            bench.create(ORDERS, "operation-2");

            assertThat(bench.type().recover(bench.session(), bench.request(ORDERS, "operation-1")))
                    .hasValue(revision);
        }
    }

    @Test
    void saysWhichNameEcsDoesNotKnow(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_ecs_task_definition", moto)) {
            MapValue misspelt = ORDERS.with(
                    "container_definitions", Value.of("[{\"name\":\"web\",\"image\":\"orders:1\",\"ports\":[80]}]"));

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(misspelt))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "ECS would not understand container_definitions",
                                            "In its JSON there is no \"ports\" here.")
                                    .withHint("The names are those of RegisterTaskDefinition, such as portMappings.")));
        }
    }
}
