package dev.corbel.providers.aws.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerDefinitionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {\"cpu\":0,\"essential\":true,\"mountPoints\":[],\"dockerLabels\":{},\"user\":null} | true",
                "{} | {\"essential\":false} | false",
                "{} | {\"cpu\":256} | false",
                "{\"environment\":[{\"name\":\"A\",\"value\":\"1\"},{\"name\":\"B\",\"value\":\"\"}]}"
                        + "| {\"environment\":[{\"value\":\"\",\"name\":\"B\"},{\"name\":\"A\",\"value\":\"1\"}]} | true",
                "{\"environment\":[{\"name\":\"A\",\"value\":\"1\"}]} | {\"environment\":[{\"name\":\"A\",\"value\":\"2\"}]} | false",
                "{\"command\":[\"a\",\"b\"]} | {\"command\":[\"b\",\"a\"]} | false",
                "{\"portMappings\":[{\"containerPort\":80}]}"
                        + "| {\"portMappings\":[{\"containerPort\":80,\"hostPort\":80,\"protocol\":\"tcp\"}]} | true",
                "{\"portMappings\":[{\"containerPort\":80}]} | {\"portMappings\":[{\"containerPort\":80,\"protocol\":\"udp\"}]} | false",
                "{\"healthCheck\":{\"command\":[\"CMD\",\"true\"]}}"
                        + "| {\"healthCheck\":{\"command\":[\"CMD\",\"true\"],\"interval\":30,\"timeout\":5,\"retries\":3}} | true",
                "{\"mountPoints\":[{\"containerPath\":\"/a\",\"sourceVolume\":\"a\"}]}"
                        + "| {\"mountPoints\":[{\"containerPath\":\"/a\",\"readOnly\":false,\"sourceVolume\":\"a\"}]} | true",
                "{\"mountPoints\":[{\"containerPath\":\"/a\",\"sourceVolume\":\"a\"}]}"
                        + "| {\"mountPoints\":[{\"containerPath\":\"/a\",\"readOnly\":true,\"sourceVolume\":\"a\"}]} | false",
            })
    void containersMeanTheSame(String one, String other, boolean same) {
        assertThat(new ContainerDefinitions("awsvpc").same(web(one), web(other)))
                .isEqualTo(same);
    }

    private static String web(String rest) {
        return "[{\"name\":\"web\"" + (rest.equals("{}") ? "}" : "," + rest.substring(1)) + "]";
    }

    @Test
    void theOrderOfContainersMeansNothing() {
        assertThat(new ContainerDefinitions(null)
                        .same("[{\"name\":\"a\"},{\"name\":\"b\"}]", "[{\"name\":\"b\"},{\"name\":\"a\"}]"))
                .isTrue();
    }

    @Test
    void thePortOfTheHostIsTheContainersOnlyInANetworkOfItsOwn() {
        String none = "[{\"name\":\"a\",\"portMappings\":[{\"containerPort\":80}]}]";
        String same = "[{\"name\":\"a\",\"portMappings\":[{\"containerPort\":80,\"hostPort\":80}]}]";
        String any = "[{\"name\":\"a\",\"portMappings\":[{\"containerPort\":80,\"hostPort\":0}]}]";

        assertThat(new ContainerDefinitions("bridge").same(none, same)).isFalse();
        assertThat(new ContainerDefinitions("bridge").same(none, any)).isTrue();
        assertThat(new ContainerDefinitions("host").same(none, same)).isTrue();
    }

    @Test
    void refusesWhatIsNoListOfContainers() {
        String problem = "must be a JSON list of containers, each with a name";

        assertThat(ContainerDefinitions.VALID.problem(Value.of("[{\"name\":\"web\"}]")))
                .isEmpty();
        assertThat(ContainerDefinitions.VALID.problem(Value.of("{\"name\":\"web\"}")))
                .hasValue(problem);
        assertThat(ContainerDefinitions.VALID.problem(Value.of("[{\"image\":\"web\"}]")))
                .hasValue(problem);
        assertThat(ContainerDefinitions.VALID.problem(Value.of("["))).hasValue(problem);
    }
}
