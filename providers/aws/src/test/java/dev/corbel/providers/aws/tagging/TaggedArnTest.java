package dev.corbel.providers.aws.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaggedArnTest {
    private static TaggedArn arn(String text) {
        return TaggedArn.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:ec2:eu-central-1:1:vpc/vpc-1, aws_vpc, vpc-1",
        "arn:aws:ec2:eu-central-1:1:elastic-ip/eipalloc-1, aws_eip, eipalloc-1",
        "arn:aws:s3:::acme-data, aws_s3_bucket, acme-data",
        "arn:aws:sqs:eu-central-1:1:jobs, aws_sqs_queue, jobs",
        "arn:aws:ecs:eu-central-1:1:service/orders/web, aws_ecs_service, orders/web",
        "arn:aws:ecs:eu-central-1:1:task-definition/web:3, aws_ecs_task_definition,"
                + " arn:aws:ecs:eu-central-1:1:task-definition/web:3",
        "arn:aws:rds:eu-central-1:1:db:orders, aws_db_instance, orders",
        "arn:aws:logs:eu-central-1:1:log-group:/orders/web, aws_cloudwatch_log_group, /orders/web",
        "arn:aws:logs:eu-central-1:1:log-group:/orders/web:*, aws_cloudwatch_log_group, /orders/web",
        "arn:aws:iam::1:policy/team/read, aws_iam_policy, arn:aws:iam::1:policy/team/read",
        "arn:aws:route53:::hostedzone/Z1, aws_route53_zone, Z1",
        "arn:aws:elasticloadbalancing:eu-central-1:1:listener/app/web/1/2, aws_lb_listener,"
                + " arn:aws:elasticloadbalancing:eu-central-1:1:listener/app/web/1/2",
    })
    void anArnTellsTheTypeAndTheIdThatAdoptionTakes(String text, String type, String id) {
        assertThat(arn(text).types()).containsExactly(type);
        assertThat(arn(text).id()).isEqualTo(id);
    }

    @Test
    void aRuleMayBeOfBothDirections() {
        assertThat(arn("arn:aws:ec2:eu-central-1:1:security-group-rule/sgr-1").types())
                .containsExactly("aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule");
    }

    @Test
    void revisionsHaveTheirFamilyInCommon() {
        assertThat(arn("arn:aws:ecs:eu-central-1:1:task-definition/web:3").family())
                .contains("web");
        assertThat(arn("arn:aws:ec2:eu-central-1:1:vpc/vpc-1").family()).isEmpty();
    }

    @Test
    void whatThereIsNoTypeForHasNone() {
        assertThat(arn("arn:aws:rds:eu-central-1:1:snapshot:orders").types()).isEmpty();
        assertThat(arn("arn:aws:ecs:eu-central-1:1:task/orders/1").types()).isEmpty();
        assertThat(TaggedArn.parse("vpc-1")).isEmpty();
    }
}
