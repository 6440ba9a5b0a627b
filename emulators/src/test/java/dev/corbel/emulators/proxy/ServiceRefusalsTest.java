package dev.corbel.emulators.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({MotoExtension.class, ProxyExtension.class})
class ServiceRefusalsTest {
    private static final String REVISION = "{\"family\":\"web\",\"networkMode\":\"awsvpc\",\"cpu\":\"256\","
            + "\"memory\":\"512\",\"requiresCompatibilities\":[\"FARGATE\"],"
            + "\"containerDefinitions\":[{\"name\":\"web\",\"image\":\"web:1\"}]}";

    private static HttpResponse<String> ecs(AwsProxy proxy, String operation, String body) throws Exception {
        return new BareCalls(proxy).json("ecs", "AmazonEC2ContainerServiceV20141113." + operation, body);
    }

    private static void prepare(AwsProxy proxy) throws Exception {
        ecs(proxy, "CreateCluster", "{\"clusterName\":\"orders\"}");
        ecs(proxy, "RegisterTaskDefinition", REVISION);
        ecs(proxy, "RegisterTaskDefinition", REVISION);
    }

    private static String service(String rest) {
        return "{\"cluster\":\"orders\",\"serviceName\":\"web\",\"taskDefinition\":\"web:1\",\"launchType\":\"FARGATE\","
                + "\"desiredCount\":1" + rest + "}";
    }

    @Test
    void startsNoRevisionThatIsInactive(AwsProxy proxy) throws Exception {
        prepare(proxy);
        ecs(proxy, "CreateService", service(""));
        ecs(proxy, "DeregisterTaskDefinition", "{\"taskDefinition\":\"web:2\"}");

        HttpResponse<String> refused = ecs(
                proxy, "UpdateService", "{\"cluster\":\"orders\",\"service\":\"web\",\"taskDefinition\":\"web:2\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .isEqualTo("{\"__type\":\"ClientException\",\"message\":\"TaskDefinition is inactive\"}");
        assertThat(ecs(
                                proxy,
                                "UpdateService",
                                "{\"cluster\":\"orders\",\"service\":\"web\",\"taskDefinition\":\"web:1\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void rebalancesNewServicesWhichTakesMoreTasksThanAreWanted(AwsProxy proxy) throws Exception {
        prepare(proxy);
        assertThat(ecs(proxy, "CreateService", service("")).body())
                .contains("\"availabilityZoneRebalancing\":\"ENABLED\"");
        String stopFirst = "{\"cluster\":\"orders\",\"service\":\"web\",\"deploymentConfiguration\":"
                + "{\"maximumPercent\":100,\"minimumHealthyPercent\":0}";

        assertThat(ecs(proxy, "UpdateService", stopFirst + "}").body()).contains("InvalidParameterException");
        assertThat(ecs(proxy, "UpdateService", stopFirst + ",\"availabilityZoneRebalancing\":\"DISABLED\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ecs(
                                proxy,
                                "UpdateService",
                                "{\"cluster\":\"orders\",\"service\":\"web\","
                                        + "\"availabilityZoneRebalancing\":\"ENABLED\"}")
                        .body())
                .contains("InvalidParameterException");
        assertThat(ecs(proxy, "DescribeServices", "{\"cluster\":\"orders\",\"services\":[\"web\"]}")
                        .body())
                .contains("\"availabilityZoneRebalancing\":\"DISABLED\"");
    }

    @Test
    void rebalancesNoServiceThatIsMadeWithoutRoomForIt(AwsProxy proxy) throws Exception {
        prepare(proxy);
        String full = ",\"deploymentConfiguration\":{\"maximumPercent\":100,\"minimumHealthyPercent\":0}";

        assertThat(ecs(proxy, "CreateService", service(full + ",\"availabilityZoneRebalancing\":\"ENABLED\""))
                        .body())
                .contains("InvalidParameterException");
        assertThat(ecs(proxy, "CreateService", service(full)).body())
                .contains("\"availabilityZoneRebalancing\":\"DISABLED\"");
    }
}
