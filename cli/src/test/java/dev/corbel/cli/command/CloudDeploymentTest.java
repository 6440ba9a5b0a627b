package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoServer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Deployments of the example's containers, whose steps have an order that people notice. */
class CloudDeploymentTest extends CloudExample {
    private static final Pattern DONE = Pattern.compile("(?m)^(\\S+)(?: [^:\n]*)?: (created|updated|deleted)\\b");

    /** What an apply does, in the order in which it is done. */
    private List<String> done(String... options) {
        List<String> words =
                new ArrayList<>(List.of("apply", "staging", "--auto-approve", "--var", "sessionKey=" + SESSION_KEY));
        words.addAll(List.of(options));
        return DONE.matcher(project.succeed(words.toArray(String[]::new)).err())
                .results()
                .map(line -> line.group(2) + " " + line.group(1))
                .toList();
    }

    private static int revisions(MotoServer moto) {
        String answer = moto.json(
                "ecs",
                "eu-central-1",
                "AmazonEC2ContainerServiceV20141113.ListTaskDefinitions",
                "{\"status\":\"ACTIVE\"}");
        return (int)
                Pattern.compile("task-definition/").matcher(answer).results().count();
    }

    @Test
    void theRevisionsStayThatADeploymentMayGoBackTo(MotoServer moto) {
        replace(STAGING, "image      =", "retainedRevisions = 2; image =");
        apply("staging");
        assertThat(revisions(moto)).isEqualTo(3);

        apply("staging", "--var", "ordersTag=1.6.0");
        assertThat(revisions(moto)).as("the one before, too").isEqualTo(4);
        apply("staging", "--var", "ordersTag=1.6.1");
        assertThat(revisions(moto)).as("the oldest is gone").isEqualTo(4);

        run("destroy", "staging", "--auto-approve");
        assertThat(revisions(moto)).isZero();
    }

    @Test
    void anotherPortIsOpenedBeforeAndTheOldOneClosedAfterwards() {
        replace(STAGING, "'stopAll'", "'rolling'");
        apply("staging");
        replace(STAGING, "port       = 8080", "port       = 9090");

        assertThat(done().stream().filter(line -> !line.contains("task_definition")))
                .containsSubsequence(
                        "created eu-central-1/orders/aws_vpc_security_group_ingress_rule.containers[\"loadBalancer:9090\"]",
                        "updated eu-central-1/orders/aws_ecs_service.main",
                        "deleted eu-central-1/orders/aws_vpc_security_group_ingress_rule.containers[\"loadBalancer:8080\"]")
                .containsSubsequence(
                        "created eu-central-1/orders/aws_vpc_security_group_egress_rule.balancer[\"9090\"]",
                        "updated eu-central-1/orders/aws_ecs_service.main",
                        "deleted eu-central-1/orders/aws_vpc_security_group_egress_rule.balancer[\"8080\"]")
                .hasSize(5);
        assertNothingToDo("staging");
    }

    /** To delete a rule and create its like would cut the app off in between. */
    @Test
    void rulesThatHadNoPortInTheirAddressBeforeStayAsTheyAre() {
        String ingress = "eu-central-1/orders/aws_vpc_security_group_ingress_rule.containers";
        String egress = "eu-central-1/orders/aws_vpc_security_group_egress_rule.balancer";
        apply("staging");
        project.succeed("state", "mv", "staging", ingress + "[\"loadBalancer:8080\"]", ingress + "[\"loadBalancer\"]");
        project.succeed("state", "mv", "staging", egress + "[\"8080\"]", egress);

        assertThat(actions(run("plan", "staging"))).isEmpty();
        assertThat(done()).isEmpty();

        assertNothingToDo("staging");
        assertThat(project.succeed("state", "list", "staging").out().lines())
                .contains(ingress + "[\"loadBalancer:8080\"]", egress + "[\"8080\"]")
                .doesNotContain(ingress + "[\"loadBalancer\"]", egress);
    }

    @Test
    void anotherTargetGroupServesOnceTheServiceIsSteadyOnIt() {
        apply("staging");

        assertThat(done("--replace", "eu-central-1/orders/aws_lb_target_group.main"))
                .containsExactly(
                        "created eu-central-1/orders/aws_lb_target_group.main",
                        "updated eu-central-1/orders/aws_lb_listener.targets",
                        "updated eu-central-1/orders/aws_ecs_service.main",
                        "updated eu-central-1/orders/aws_lb_listener.main",
                        "deleted eu-central-1/orders/aws_lb_target_group.main");
    }

    @Test
    void aDeploymentChangesItsKindBothWays() {
        apply("staging");

        replace(STAGING, "'stopAll'", "'rolling'");
        assertThat(actions(apply("staging"))).contains("~ eu-central-1/orders/aws_ecs_service.main");
        assertNothingToDo("staging");
        replace(STAGING, "'rolling'", "'stopAll'");
        assertThat(actions(apply("staging"))).contains("~ eu-central-1/orders/aws_ecs_service.main");
        assertNothingToDo("staging");
    }

    @Test
    void slowContainersGetTheirTime() {
        replace(STAGING, "healthCheck {", "startupTime = '4 minutes'; healthCheck {");

        assertThat(run("plan", "staging")).containsPattern("health_check_grace_period_seconds += 240\\b");
    }

    @Test
    void workersAreAskedWhetherTheyAreHealthy() {
        String worker = """
                region('eu-central-1') {
                    provider = 'aws'
                    app('orders') {
                        containers {
                            image       = 'worker:1'
                            startupTime = '4 minutes'
                            healthCheck { command = ['/healthy', 'now'] }
                        }
                    }
                }
                """;
        project.write("environments/worker.groovy", worker);
        assertThat(project.succeed("plan", "worker").out().replaceAll("[\\s\\\\+]", ""))
                .contains("\"command\":[\"CMD\",\"/healthy\",\"now\"]", "\"startPeriod\":240");

        project.write("environments/worker.groovy", worker.replace("4 minutes", "6 minutes"));
        assertThat(project.run("validate", "worker").err()).contains("5 minutes at most");
    }
}
