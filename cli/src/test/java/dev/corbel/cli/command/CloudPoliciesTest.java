package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each policy has something on AWS that it refuses, and passes what is as it should be. */
class CloudPoliciesTest extends CloudFixture {
    private static final String HEAD = """
            production = true
            residency = 'EU'
            provider('aws') { region = 'eu-central-1' }
            """;
    private static final String NETWORK = """
            resource('aws_vpc', 'main') { cidr_block = '10.0.0.0/16' }
            resource('aws_subnet', 'a') { vpc_id = aws_vpc.main.id; cidr_block = '10.0.0.0/24'; availability_zone = 'eu-central-1a' }
            resource('aws_subnet', 'b') { vpc_id = aws_vpc.main.id; cidr_block = '10.0.1.0/24'; availability_zone = 'eu-central-1b' }
            """;

    /** The results by policy and object, of all but those that passed. */
    private Map<String, String> results(String definition) {
        CommandRun run = Project.of(directory, HEAD + definition).run("policy", "report", "--format", "csv");
        assertThat(run.exitCode()).as(run.err()).isZero();
        Map<String, String> results = new TreeMap<>();
        run.out().lines().skip(1).forEach(line -> {
            List<String> cells = List.of(line.split(",", 5));
            if (!cells.get(2).equals("passed")) {
                results.put(cells.get(0) + " " + cells.get(1), cells.get(2));
            }
        });
        return results;
    }

    @Test
    void faultsOfADatabaseAreRefused() {
        assertThat(results("""
                resource('aws_db_instance', 'main') {
                    identifier = 'main'; engine = 'postgres'; engine_version = '16'; instance_class = 'db.t4g.micro'
                    allocated_storage = 20; username = 'owner'; manage_master_user_password = true
                    multi_az = false; publicly_accessible = true; skip_final_snapshot = true; backup_retention_period = 1
                }
                """))
                .containsEntry("availability aws_db_instance.main", "failed")
                .containsEntry("encryption-at-rest aws_db_instance.main", "failed")
                .containsEntry("public-exposure aws_db_instance.main", "failed")
                .containsEntry("deletion-protection aws_db_instance.main", "failed")
                .containsEntry("backup-retention aws_db_instance.main", "failed");
        assertThat(results("""
                resource('aws_db_instance', 'main') {
                    identifier = 'main'; engine = 'postgres'; engine_version = '16'; instance_class = 'db.t4g.micro'
                    allocated_storage = 20; username = 'owner'; manage_master_user_password = true
                    publicly_accessible = false; multi_az = true; storage_encrypted = true; deletion_protection = true
                    final_snapshot_identifier = 'last'; backup_retention_period = 14; parameter_group_name = 'default.postgres16'
                }
                """)).doesNotContainValue("failed");
    }

    @Test
    void openGroupsAreRefusedUnlessTheyAreOfALoadBalancer() {
        String rule = """
                resource('aws_security_group', 'web') { name = 'web'; vpc_id = aws_vpc.main.id; ingress = [] }
                resource('aws_vpc_security_group_ingress_rule', 'web') {
                    security_group_id = aws_security_group.web.id
                    ip_protocol = 'tcp'; from_port = 443; to_port = 443; cidr_ipv4 = '0.0.0.0/0'
                }
                """;

        assertThat(results(NETWORK + rule))
                .containsEntry("public-exposure aws_vpc_security_group_ingress_rule.web", "failed");
        assertThat(results(NETWORK + rule + """
                resource('aws_lb', 'web') {
                    name = 'web'; subnets = [aws_subnet.a.id, aws_subnet.b.id]; security_groups = [aws_security_group.web.id]
                }
                """))
                .doesNotContainKey("public-exposure aws_vpc_security_group_ingress_rule.web");
    }

    @Test
    void theRulesOfALoadBalancerPassOnceTheyAreThere() {
        Project project = Project.of(directory, HEAD + NETWORK + """
                resource('aws_security_group', 'web') { name = 'web'; vpc_id = aws_vpc.main.id }
                resource('aws_vpc_security_group_ingress_rule', 'web') {
                    security_group_id = aws_security_group.web.id
                    ip_protocol = 'tcp'; from_port = 443; to_port = 443; cidr_ipv4 = '0.0.0.0/0'
                }
                resource('aws_security_group', 'inline') {
                    name = 'inline'; vpc_id = aws_vpc.main.id
                    ingress = [[protocol: 'tcp', from_port: 443, to_port: 443, cidr_blocks: ['0.0.0.0/0']]]
                }
                resource('aws_lb', 'web') {
                    name = 'web'; subnets = [aws_subnet.a.id, aws_subnet.b.id]
                    security_groups = [aws_security_group.web.id, aws_security_group.inline.id]
                }
                """);

        assertThat(project.succeed("plan").out()).doesNotContain("to be looked at after apply");
        project.succeed("apply", "--auto-approve");
        assertThat(project.succeed("plan").out()).contains("No changes.");
        assertThat(project.succeed("drift", "--fail-on", "note").out()).startsWith("No drift.");
    }

    @Test
    void plainHttpIsRefusedUnlessItRedirects() {
        String balancer = NETWORK + """
                resource('aws_lb', 'web') { name = 'web'; subnets = [aws_subnet.a.id, aws_subnet.b.id] }
                """;

        assertThat(results(balancer + """
                resource('aws_lb_listener', 'web') {
                    load_balancer_arn = aws_lb.web.arn; port = 80; protocol = 'HTTP'
                    default_action { type = 'fixed-response'; fixed_response { content_type = 'text/plain'; status_code = '404' } }
                }
                """)).containsEntry("tls aws_lb_listener.web", "failed");
        assertThat(results(balancer + """
                resource('aws_lb_listener', 'web') {
                    load_balancer_arn = aws_lb.web.arn; port = 80; protocol = 'HTTP'
                    default_action { type = 'redirect'; redirect { port = '443'; protocol = 'HTTPS'; status_code = 'HTTP_301' } }
                }
                """)).doesNotContainKey("tls aws_lb_listener.web");
    }

    @Test
    void everythingForEverybodyIsRefused() {
        assertThat(results("""
                resource('aws_iam_policy', 'all') {
                    name = 'all'
                    policy = jsonencode([Version: '2012-10-17', Statement: [[Effect: 'Allow', Action: '*', Resource: '*']]])
                }
                resource('aws_iam_policy', 'some') {
                    name = 'some'
                    policy = jsonencode([Version: '2012-10-17', Statement: [[Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::x/*']]])
                }
                resource('aws_sqs_queue', 'open') {
                    name = 'open'
                    policy = jsonencode([Version: '2012-10-17', Statement: [[Effect: 'Allow', Action: 'sqs:SendMessage', Principal: '*', Resource: '*']]])
                }
                """))
                .containsEntry("least-privilege aws_iam_policy.all", "failed")
                .doesNotContainKey("least-privilege aws_iam_policy.some")
                .containsEntry("public-exposure aws_sqs_queue.open", "failed");
    }

    @Test
    void lowLevelResourcesAndLogsStayInTheirAreaToo() {
        assertThat(results("""
                provider('aws', alias: 'us') { region = 'us-east-1' }
                resource('aws_cloudwatch_log_group', 'us') { name = 'us'; provider = 'aws.us' }
                resource('aws_s3_bucket', 'us') { bucket = 'acme-policies-us'; provider = 'aws.us' }
                resource('aws_s3_bucket', 'eu') { bucket = 'acme-policies-eu' }
                """))
                .containsEntry("residency aws_cloudwatch_log_group.us", "failed")
                .containsEntry("residency aws_s3_bucket.us", "failed")
                .doesNotContainKey("residency aws_s3_bucket.eu");
    }

    @Test
    void appsDoNotShareABucketOrARole() {
        String shared = """
                region('eu-central-1') {
                    provider = 'aws'
                    app('one') {
                        bucket('files') { }
                        containers { image = 'one:1'; count = 2 }
                    }
                    app('two') {
                        containers { image = 'two:1'; count = 2; env = [FILES: %s] }
                    }
                }
                """;

        Map<String, String> results = results(shared.formatted("app.one.bucket.files.name"));
        assertThat(results).containsEntry("isolation eu-central-1/one/files/aws_s3_bucket.main", "failed");
        assertThat(results(shared.formatted("'none'")))
                .doesNotContainKey("isolation eu-central-1/one/files/aws_s3_bucket.main");
    }

    @Test
    void objectsHaveTheTagsThatAreAskedFor() {
        assertThat(results("""
                policies { tags = ['team'] }
                resource('aws_sqs_queue', 'with') { name = 'with'; tags = [team: 'shop'] }
                resource('aws_sqs_queue', 'without') { name = 'without' }
                """))
                .containsEntry("tags aws_sqs_queue.without", "failed")
                .doesNotContainKey("tags aws_sqs_queue.with");
    }

    @Test
    void secretsInTheDefinitionAreRefusedAndNeverQuoted() {
        String definition = HEAD + """
                resource('aws_db_instance', 'main') {
                    identifier = 'main'; engine = 'postgres'; engine_version = '16'; instance_class = 'db.t4g.micro'
                    allocated_storage = 20; username = 'owner'; password = 'hunter2hunter2'
                }
                resource('aws_sqs_queue', 'key') { name = 'key'; tags = [key: 'AKIAIOSFODNN7EXAMPLE'] }
                """;
        CommandRun run = Project.of(directory, definition).run("policy", "check");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "aws_db_instance.main.password is sensitive and is written in the definition",
                        "aws_sqs_queue.key.tags has a text in it that looks like a secret")
                .doesNotContain("hunter2", "AKIAIOSFODNN7EXAMPLE");
    }
}
