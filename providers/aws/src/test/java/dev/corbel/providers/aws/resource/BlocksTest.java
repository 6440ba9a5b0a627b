package dev.corbel.providers.aws.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.PortMapping;

class BlocksTest {
    private static final Schema LOGS = Schema.builder()
            .attribute(Attribute.optional("log_driver", Type.STRING))
            .attribute(Attribute.optional("options", Type.map(Type.STRING)))
            .build();

    private static final Schema PORT = Schema.builder()
            .attribute(Attribute.required("container_port", Type.NUMBER))
            .attribute(Attribute.optional("protocol", Type.STRING).defaultsTo(Value.of("tcp")))
            .build();

    private static final Blocks CONTAINER = new Blocks(
            Schema.builder()
                    .attribute(Attribute.required("name", Type.STRING))
                    .attribute(Attribute.optional("command", Type.list(Type.STRING)))
                    .attribute(Attribute.optional("is_main", Type.BOOLEAN))
                    .block(BlockType.single("log_configuration", LOGS))
                    .block(BlockType.list("port_mappings", PORT))
                    .build(),
            Map.of("is_main", "essential"));

    private static final MapValue WEB = Values.map(
            "name",
            "web",
            "command",
            List.of("serve", "--fast"),
            "is_main",
            true,
            "log_configuration",
            Values.map("log_driver", "awslogs", "options", Values.map("awslogs-group", "web")),
            "port_mappings",
            List.of(Values.map("container_port", 8080, "protocol", "tcp")));

    private static final ContainerDefinition SDK_WEB = ContainerDefinition.builder()
            .name("web")
            .command("serve", "--fast")
            .essential(true)
            .logConfiguration(LogConfiguration.builder()
                    .logDriver("awslogs")
                    .options(Map.of("awslogs-group", "web"))
                    .build())
            .portMappings(
                    PortMapping.builder().containerPort(8080).protocol("tcp").build())
            .build();

    @Test
    void blocksBecomeObjectsAndComeBack() {
        assertThat(CONTAINER.fill(ContainerDefinition.builder(), WEB).build()).isEqualTo(SDK_WEB);
        assertThat(CONTAINER.show(SDK_WEB, WEB)).isEqualTo(WEB);
    }

    @Test
    void whatTheDefinitionLeavesOutIsNothingWhereAwsSaysFalseOrEmpty() {
        ContainerDefinition answer = ContainerDefinition.builder()
                .name("web")
                .command(List.of())
                .essential(false)
                .build();

        assertThat(CONTAINER.show(answer, Values.map("name", "web")))
                .isEqualTo(Values.map(
                        "name",
                        "web",
                        "command",
                        Value.ofNull(),
                        "is_main",
                        Value.ofNull(),
                        "log_configuration",
                        Value.ofNull(),
                        "port_mappings",
                        List.of()));
        assertThat(((MapValue) CONTAINER.show(answer, Values.map("is_main", false, "command", List.of())))
                        .get("is_main"))
                .isEqualTo(Value.of(false));
    }

    @Test
    void whatAwsLeavesOutIsTheDefault() {
        ContainerDefinition answer = ContainerDefinition.builder()
                .portMappings(PortMapping.builder().containerPort(80).build())
                .build();

        assertThat(((MapValue) CONTAINER.show(answer, Value.ofNull())).get("port_mappings"))
                .isEqualTo(Value.list(Values.map("container_port", 80, "protocol", "tcp")));
    }

    @Test
    void setsKeepTheirOneOrder() {
        Blocks balancers = new Blocks(
                Schema.builder()
                        .attribute(Attribute.required("container_port", Type.NUMBER))
                        .attribute(Attribute.optional("elb_name", Type.STRING))
                        .build(),
                Map.of("elb_name", "loadBalancerName"));

        assertThat(balancers.showSet(
                        List.of(
                                LoadBalancer.builder().containerPort(90).build(),
                                LoadBalancer.builder()
                                        .containerPort(80)
                                        .loadBalancerName("")
                                        .build()),
                        Value.list(Values.map("container_port", 80, "elb_name", ""))))
                .isEqualTo(Value.list(
                        Values.map("container_port", 80, "elb_name", ""),
                        Values.map("container_port", 90, "elb_name", Value.ofNull())));
    }

    @Test
    void namesWhatNoFieldTakes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SdkObjects.fill(ContainerDefinition.builder(), Values.map("nmae", "web"), Map.of()))
                .withMessage("there is no \"nmae\" here");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SdkObjects.fill(ContainerDefinition.builder(), Values.map("cpu", "much"), Map.of()))
                .withMessage("\"cpu\" cannot be much");
    }
}
