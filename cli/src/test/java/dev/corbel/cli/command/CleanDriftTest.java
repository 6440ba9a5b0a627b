package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import org.junit.jupiter.api.Test;

/** Nothing has drifted right after an apply; of the types that the example of the cloud has, its own test says so. */
class CleanDriftTest extends CloudFixture {
    static final String DEFINITION = """
            provider('aws') { region = 'eu-central-1'; defaultTags = [team: 'web', stage: environment.name] }
            resource('aws_vpc', 'main') { cidr_block = '10.0.0.0/16' }
            resource('aws_subnet', 'a') {
                vpc_id = aws_vpc.main.id; cidr_block = '10.0.1.0/24'; availability_zone = 'eu-central-1a'
            }
            resource('aws_subnet', 'b') {
                vpc_id = aws_vpc.main.id; cidr_block = '10.0.2.0/24'; availability_zone = 'eu-central-1b'
            }
            resource('aws_route_table', 'main') {
                vpc_id = aws_vpc.main.id
                route { cidr_block = '0.0.0.0/0'; gateway_id = aws_internet_gateway.main.id }
            }
            resource('aws_internet_gateway', 'main') { vpc_id = aws_vpc.main.id }
            resource('aws_security_group', 'inline') {
                name = 'inline'; vpc_id = aws_vpc.main.id
                ingress = [[protocol: 'tcp', from_port: 80, to_port: 80, cidr_blocks: ['10.0.0.0/8']]]
                egress = [[protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['0.0.0.0/0']]]
            }
            resource('aws_lb', 'web') {
                name = 'web'; internal = true
                subnets = [aws_subnet.a.id, aws_subnet.b.id]; security_groups = [aws_security_group.inline.id]
            }
            resource('aws_lb_target_group', 'web') {
                name = 'web'; port = 80; protocol = 'HTTP'; vpc_id = aws_vpc.main.id; target_type = 'ip'
            }
            resource('aws_lb_listener', 'web') {
                load_balancer_arn = aws_lb.web.arn; port = 80; protocol = 'HTTP'
                default_action { type = 'forward'; target_group_arn = aws_lb_target_group.web.arn }
            }
            resource('aws_lb_listener_rule', 'api') {
                listener_arn = aws_lb_listener.web.arn; priority = 10
                action { type = 'forward'; target_group_arn = aws_lb_target_group.web.arn }
                condition { path_pattern { values = ['/api/*'] } }
            }
            resource('aws_iam_role', 'app') {
                name = 'app'
                assume_role_policy = jsonencode([Version: '2012-10-17', Statement: [[Effect: 'Allow',
                    Action: 'sts:AssumeRole', Principal: [Service: 'ecs-tasks.amazonaws.com']]]])
            }
            resource('aws_iam_policy', 'read') {
                name = 'read'
                policy = jsonencode([Version: '2012-10-17', Statement: [[Effect: 'Allow',
                    Action: 's3:GetObject', Resource: '*']]])
            }
            resource('aws_iam_role_policy_attachment', 'read') {
                role = aws_iam_role.app.name; policy_arn = aws_iam_policy.read.arn
            }
            resource('aws_kms_key', 'data') { description = 'data'; enable_key_rotation = true }
            resource('aws_kms_alias', 'data') { name = 'alias/data'; target_key_id = aws_kms_key.data.key_id }
            resource('aws_route53_zone', 'main') { name = 'acme.example' }
            resource('aws_route53_record', 'www') {
                zone_id = aws_route53_zone.main.zone_id; name = 'www'; type = 'A'; ttl = 60; records = ['192.0.2.1']
            }
            resource('aws_acm_certificate', 'www') { domain_name = 'www.acme.example'; validation_method = 'DNS' }
            resource('aws_sqs_queue', 'jobs') { name = 'jobs' }
            """;

    @Test
    void nothingHasDriftedRightAfterAnApply() {
        Project project = Project.of(directory, DEFINITION);
        project.succeed("apply", "--auto-approve");

        CommandRun clean = project.run("drift", "--fail-on", "note");

        assertThat(clean.exitCode()).as(clean.out() + clean.err()).isZero();
        assertThat(clean.out()).startsWith("No drift. 19 objects, ");
        assertThat(project.run("drift", "--fail-on", "note").out()).isEqualTo(clean.out());
        CommandRun all = project.run("drift", "--fail-on", "note", "--unmanaged", "all");
        assertThat(all.exitCode()).as(all.out() + all.err()).isZero();
    }
}
