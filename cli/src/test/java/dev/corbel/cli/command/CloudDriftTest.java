package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.MotoServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Changes by hand that let strangers in are told, although no definition has anything to say of them. */
class CloudDriftTest extends CloudFixture {
    static final String DEFINITION = """
            provider('aws') { region = 'eu-central-1' }
            resource('aws_vpc', 'main') { cidr_block = '10.0.0.0/16' }
            resource('aws_security_group', 'web') { name = 'web'; vpc_id = aws_vpc.main.id }
            resource('aws_vpc_security_group_ingress_rule', 'https') {
                security_group_id = aws_security_group.web.id
                ip_protocol = 'tcp'; from_port = 443; to_port = 443; cidr_ipv4 = '10.0.0.0/8'
            }
            resource('aws_security_group', 'inline') {
                name = 'inline'; vpc_id = aws_vpc.main.id
                ingress = [[protocol: 'tcp', from_port: 80, to_port: 80, cidr_blocks: ['10.0.0.0/8']]]
            }
            resource('aws_route_table', 'main') { vpc_id = aws_vpc.main.id }
            resource('aws_internet_gateway', 'main') { vpc_id = aws_vpc.main.id }
            resource('aws_route', 'out') {
                route_table_id = aws_route_table.main.id
                destination_cidr_block = '0.0.0.0/0'; gateway_id = aws_internet_gateway.main.id
            }
            resource('aws_iam_role', 'app') {
                name = 'app'
                assume_role_policy = jsonencode([Version: '2012-10-17', Statement: [[Effect: 'Allow',
                    Action: 'sts:AssumeRole', Principal: [Service: 'ecs-tasks.amazonaws.com']]]])
            }
            resource('aws_iam_role_policy', 'app') {
                name = 'read'; role = aws_iam_role.app.name
                policy = jsonencode([Version: '2012-10-17', Statement: [[Effect: 'Allow',
                    Action: 's3:GetObject', Resource: '*']]])
            }
            resource('aws_s3_bucket', 'data') { bucket = 'acme-drift' }
            resource('aws_sqs_queue', 'jobs') { name = 'jobs' }
            """;

    private static final Pattern READ = Pattern.compile("(Get|List|Describe|Head).*");
    private static final Pattern ACTION = Pattern.compile("Action=([A-Za-z]+)");
    private static final Pattern TARGET = Pattern.compile("\"X-Amz-Target\": \"[^\"]*\\.([A-Za-z]+)\"");
    private static final Pattern BODY = Pattern.compile("\"body\": \"([^\"]*)\"");
    private static final Pattern METHOD = Pattern.compile("\"method\": \"([A-Z]+)\"");

    private static void changeByHand(MotoServer moto) {
        String group = id(moto, "DescribeSecurityGroups", "group-name", "web", "groupId");
        moto.query(
                "ec2",
                REGION,
                "Action=AuthorizeSecurityGroupIngress&Version=2016-11-15&GroupId=" + group
                        + "&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=3389&IpPermissions.1.ToPort=3389"
                        + "&IpPermissions.1.IpRanges.1.CidrIp=0.0.0.0/0");
        moto.query(
                "iam",
                "us-east-1",
                "Action=PutRolePolicy&Version=2010-05-08&RoleName=app&PolicyName=all&PolicyDocument="
                        + "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22%2A%22%2C"
                        + "%22Resource%22%3A%22%2A%22%7D%5D%7D");
        moto.s3(
                "PUT",
                "acme-drift?policy",
                "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\","
                        + " \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::acme-drift/*\"}]}");
        moto.s3(
                "PUT",
                "acme-drift?acl",
                "<AccessControlPolicy xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Owner><ID>o</ID></Owner>"
                        + "<AccessControlList><Grant><Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:type=\"Group\"><URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee>"
                        + "<Permission>READ</Permission></Grant></AccessControlList></AccessControlPolicy>");
        String queue =
                first(moto.query("sqs", REGION, "Action=GetQueueUrl&Version=2012-11-05&QueueName=jobs"), "QueueUrl");
        moto.query(
                "sqs",
                REGION,
                "Action=SetQueueAttributes&Version=2012-11-05&QueueUrl=" + queue
                        + "&Attribute.1.Name=Policy&Attribute.1.Value=%7B%22Version%22%3A%222012-10-17%22%2C"
                        + "%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%22%2A%22%2C"
                        + "%22Action%22%3A%22sqs%3A%2A%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D");
        String table = id(moto, "DescribeRouteTables", "route.destination-cidr-block", "0.0.0.0/0", "routeTableId");
        String gateway = first(
                moto.query("ec2", REGION, "Action=DescribeInternetGateways&Version=2016-11-15"), "internetGatewayId");
        moto.query(
                "ec2",
                REGION,
                "Action=CreateRoute&Version=2016-11-15&RouteTableId=" + table
                        + "&DestinationCidrBlock=198.51.100.0/24&GatewayId=" + gateway);
    }

    /** The name of the operation, as far as the call tells it; of S3 the method says as much. */
    private static String operation(String call) {
        Matcher target = TARGET.matcher(call);
        if (target.find()) {
            return target.group(1);
        }
        Matcher body = BODY.matcher(call);
        String form = body.find() ? new String(Base64.getDecoder().decode(body.group(1)), StandardCharsets.UTF_8) : "";
        Matcher action = ACTION.matcher(form);
        if (action.find()) {
            return action.group(1);
        }
        Matcher method = METHOD.matcher(call);
        return method.find() && List.of("GET", "HEAD").contains(method.group(1)) ? "Get" : "? " + form;
    }

    @Test
    void whatLetsStrangersInIsToldAndOursIsNot(MotoServer moto) {
        Project project = Project.of(directory, DEFINITION);
        project.succeed("apply", "--auto-approve");

        CommandRun clean = project.run("drift", "--fail-on", "note");

        assertThat(clean.exitCode()).as(clean.out() + clean.err()).isZero();
        assertThat(clean.out()).startsWith("No drift. 11 objects, ");
        assertThat(project.run("drift", "--fail-on", "note").out()).isEqualTo(clean.out());

        changeByHand(moto);
        assertThat(project.run("plan", "--detailed-exitcode").exitCode())
                .as("a plan has nothing to do about it")
                .isZero();
        moto.startRecording();
        CommandRun drift = project.run("drift", "--format", "json", "--out", "text=drift.txt");
        String calls = moto.stopRecording();

        assertThat(drift.exitCode()).as(drift.err()).isEqualTo(2);
        assertThat(project.read("drift.txt"))
                .contains("attached (high)  aws_security_group.web: aws_vpc_security_group_ingress_rule sgr-")
                .contains("    It lets everybody in on port 3389.\n")
                .contains("attached (high)  aws_iam_role.app: aws_iam_role_policy app:all")
                .contains("    It grants every action on everything.\n")
                .contains("attached (high)  aws_s3_bucket.data: aws_s3_bucket_acl acme-drift")
                .contains("    It gives everybody the permission READ.\n")
                .contains("attached (high)  aws_s3_bucket.data: aws_s3_bucket_policy acme-drift")
                .contains("    It lets everybody in.\n")
                .contains("open (high)  aws_sqs_queue.jobs.policy")
                .contains("attached (medium)  aws_route_table.main: aws_route rtb-")
                .contains("Drift: 1 open, 5 attached. 11 objects, ");
        assertThat(calls.lines().filter(line -> !line.isBlank()).map(CloudDriftTest::operation))
                .isNotEmpty()
                .allMatch(operation -> READ.matcher(operation).matches());
    }

    @Test
    void whatPoliciesRefuseIsAViolationToo(MotoServer moto) {
        Project project = Project.of(directory, """
                production = true
                policies { advisory = ['encryption-at-rest', 'tls', 'deletion-protection', 'backup-retention'] }
                """ + DEFINITION);
        project.succeed("apply", "--auto-approve");
        assertThat(project.succeed("drift", "--fail-on", "note").out()).startsWith("No drift.");
        changeByHand(moto);

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).as(drift.err()).isEqualTo(2);
        assertThat(drift.out())
                .contains("violation (high)  aws_security_group.web: aws_vpc_security_group_ingress_rule sgr-")
                .contains(" lets everybody in on port 3389. The policy \"public-exposure\" refuses it.\n")
                .contains("violation (high)  aws_iam_role.app: aws_iam_role_policy app:all")
                .contains(" grants every action on everything. The policy \"least-privilege\" refuses it.\n")
                .contains("violation (high)  aws_s3_bucket.data: aws_s3_bucket_policy acme-drift")
                .contains("violation (high)  aws_sqs_queue.jobs.policy")
                .contains("1 open, 5 attached, 4 violation");
    }

    @Test
    void whatWasAddedIsAcceptedByTheTextThatIsPrinted(MotoServer moto) {
        Project project = Project.of(directory, DEFINITION);
        project.succeed("apply", "--auto-approve");
        changeByHand(moto);

        String accepting = project.run("drift", "--adopt").out();

        assertThat(accepting)
                .contains("resource('aws_vpc_security_group_ingress_rule', 'web_1') {\n")
                .contains("    security_group_id = aws_security_group.web.id\n")
                .contains("adopt(aws_vpc_security_group_ingress_rule.web_1) { id = 'sgr-")
                .contains("// aws_sqs_queue.jobs.policy, environments/default.groovy:")
                .contains("Corbel has no type aws_s3_bucket_acl");
        Project.of(directory, DEFINITION + accepting);
        CommandRun plan = project.run("plan");
        assertThat(plan.out())
                .as(plan.err() + accepting)
                .contains("Besides: 4 to adopt.\nPlan: 0 to add, 0 to change, 0 to destroy.");
        project.succeed("apply", "--auto-approve");
        assertThat(project.run("drift").out()).contains("Drift: 1 attached.").contains("aws_s3_bucket_acl");
    }

    @Test
    void tagsOfOthersAreIgnoredAndCounted(MotoServer moto) {
        Project project = Project.of(directory, """
                provider('aws') { region = 'eu-central-1'; ignoreTags { keys = ['owner']; prefixes = ['cost:'] } }
                resource('aws_sqs_queue', 'jobs') { name = 'jobs'; tags = [team: 'web'] }
                """);
        project.succeed("apply", "--auto-approve");
        String queue =
                first(moto.query("sqs", REGION, "Action=GetQueueUrl&Version=2012-11-05&QueueName=jobs"), "QueueUrl");
        moto.query(
                "sqs",
                REGION,
                "Action=TagQueue&Version=2012-11-05&QueueUrl=" + queue
                        + "&Tag.1.Key=owner&Tag.1.Value=x&Tag.2.Key=cost%3Acenter&Tag.2.Value=7");

        CommandRun drift = project.run("drift", "--format", "json");

        assertThat(drift.exitCode()).as(drift.out() + drift.err()).isZero();
        assertThat(drift.out()).contains("\"suppressed\":{", "\"ignored-tags\":2");
        assertThat(project.run("plan").out()).contains("No changes.");
    }

    @Test
    void whatOnlyReadsTakesOnTheRoleForReading(MotoServer moto) {
        Project project = Project.of(directory, """
                provider('aws') { region = 'eu-central-1'; readRole = 'arn:aws:iam::123456789012:role/corbel-read' }
                resource('aws_sqs_queue', 'jobs') { name = 'jobs' }
                """);

        assertThat(rolesTakenOn(moto, () -> project.succeed("apply", "--auto-approve")))
                .isZero();
        assertThat(rolesTakenOn(moto, () -> project.succeed("drift"))).isPositive();
        assertThat(rolesTakenOn(moto, () -> project.succeed("plan"))).isPositive();
        assertThat(rolesTakenOn(moto, () -> project.succeed("plan", "--out", "saved.plan")))
                .isPositive();
        assertThat(rolesTakenOn(moto, () -> project.succeed("apply", "saved.plan")))
                .isZero();
    }

    private static long rolesTakenOn(MotoServer moto, Runnable command) {
        moto.startRecording();
        command.run();
        return moto.stopRecording()
                .lines()
                .filter(line -> !line.isBlank())
                .map(CloudDriftTest::operation)
                .filter("AssumeRole"::equals)
                .count();
    }

    @Test
    void aChangeThatTheDefinitionForbidsIsToldAndPutBack(MotoServer moto) {
        Project project = Project.of(directory, DEFINITION);
        project.succeed("apply", "--auto-approve");
        String group = id(moto, "DescribeSecurityGroups", "group-name", "inline", "groupId");
        moto.query(
                "ec2",
                REGION,
                "Action=AuthorizeSecurityGroupIngress&Version=2016-11-15&GroupId=" + group
                        + "&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=22&IpPermissions.1.ToPort=22"
                        + "&IpPermissions.1.IpRanges.1.CidrIp=0.0.0.0/0");

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).as(drift.err()).isEqualTo(2);
        assertThat(drift.out()).contains("changed (high)  aws_security_group.inline.ingress", "Drift: 1 changed.");
        project.succeed("apply", "--auto-approve");
        assertThat(project.run("drift").exitCode()).isZero();
    }
}
