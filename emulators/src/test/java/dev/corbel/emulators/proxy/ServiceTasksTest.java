package dev.corbel.emulators.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({MotoExtension.class, ProxyExtension.class})
class ServiceTasksTest {
    private static HttpResponse<String> ecs(AwsProxy proxy, String operation, String body) throws Exception {
        return new BareCalls(proxy).json("ecs", "AmazonEC2ContainerServiceV20141113." + operation, body);
    }

    private static String count(int tasks) {
        return "{\"cluster\":\"orders\",\"service\":\"web\",\"desiredCount\":%d}".formatted(tasks);
    }

    private static void prepare(AwsProxy proxy) throws Exception {
        ecs(proxy, "CreateCluster", "{\"clusterName\":\"orders\"}");
        ecs(
                proxy,
                "RegisterTaskDefinition",
                "{\"family\":\"web\",\"containerDefinitions\":[{\"name\":\"web\",\"image\":\"web:1\",\"memory\":64}]}");
        ecs(
                proxy,
                "CreateService",
                "{\"cluster\":\"orders\",\"serviceName\":\"web\",\"taskDefinition\":\"web:1\",\"desiredCount\":1}");
    }

    private static String task(AwsProxy proxy, String status) throws Exception {
        String list = "{\"cluster\":\"orders\",\"serviceName\":\"web\",\"desiredStatus\":\"" + status + "\"}";
        String body = ecs(proxy, "ListTasks", list).body();
        return body.equals("{\"taskArns\":[]}") ? "" : body.replaceAll(".*\\[\"([^\"]*)\"].*", "$1");
    }

    @Test
    void tasksThatWereToldToStopAreCountedNoMoreAndEndLater(AwsProxy proxy) throws Exception {
        prepare(proxy);
        String arn = task(proxy, "RUNNING");
        assertThat(task(proxy, "STOPPED")).isEmpty();

        String answer = ecs(proxy, "UpdateService", count(0)).body();

        assertThat(answer).contains("\"runningCount\":0");
        assertThat(task(proxy, "RUNNING")).isEmpty();
        assertThat(task(proxy, "STOPPED")).isEqualTo(arn);
        String look = "{\"cluster\":\"orders\",\"tasks\":[\"" + arn + "\"]}";
        for (String status : List.of("DEACTIVATING", "STOPPING", "DEPROVISIONING", "STOPPED", "STOPPED")) {
            assertThat(ecs(proxy, "DescribeTasks", look).body()).contains("\"lastStatus\":\"" + status + "\"");
        }
    }

    @Test
    void aDeploymentBeginsBesideWhatIsStopping(AwsProxy proxy) throws Exception {
        prepare(proxy);

        ecs(proxy, "UpdateService", "{\"cluster\":\"orders\",\"service\":\"web\",\"forceNewDeployment\":true}");

        assertThat(proxy.taskStarts())
                .containsExactly(new TaskStart("web:1", List.of()), new TaskStart("web:1", List.of("web:1")));
    }
}
