package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.MotoServer;
import org.junit.jupiter.api.Test;

/** Objects of AWS that no state has, and those that took the place of ours. */
class StrayCloudDriftTest extends CloudFixture {
    @Test
    void whatBearsOurMarkAndIsInNoStateIsAnOrphan(MotoServer moto) {
        Project project = Project.of(directory, """
                provider('aws') { region = 'eu-central-1'; defaultTags = [stage: environment.name] }
                resource('aws_sqs_queue', 'jobs') { name = 'jobs' }
                resource('aws_iam_role', 'app') {
                    name = 'app'
                    assume_role_policy = jsonencode([Version: '2012-10-17', Statement: []])
                }
                """);
        project.succeed("apply", "--auto-approve");
        CommandRun clean = project.run("drift");
        assertThat(clean.exitCode()).as(clean.out() + clean.err()).isZero();
        queue(moto, "left", "corbel%3Aoperation", "by-hand");
        queue(moto, "console", "stage", "default");
        queue(moto, "stranger", "stage", "other");
        queue(moto, "other", "corbel%3Aoperation", "0c9adf5e-2a3b-4c4d-8e5f-60718293a4b5");
        role(moto, "left", "&Tags.member.1.Key=corbel%3Aoperation&Tags.member.1.Value=by-hand");
        role(moto, "stranger", "");

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).as(drift.err()).isEqualTo(2);
        assertThat(drift.out())
                .contains("orphan (medium)  aws_iam_role left\n    It bears the id of an operation of Corbel")
                .containsPattern(
                        "orphan \\(medium\\)  aws_sqs_queue http\\S+/left\n    It bears the id of an operation")
                .containsPattern("orphan \\(medium\\)  aws_sqs_queue http\\S+/console\n    It bears the default tags")
                .contains("Drift: 3 orphan. 2 objects, ");
        assertThat(project.run("drift", "--adopt").out())
                .contains("resource('aws_iam_role', 'found_1') {", "adopt(aws_iam_role.found_1) { id = 'left' }");
    }

    @Test
    void aRoleThatWasDeletedAndMadeAnewIsTold(MotoServer moto) {
        Project project = Project.of(directory, """
                provider('aws') { region = 'eu-central-1' }
                resource('aws_iam_role', 'app') {
                    name = 'app'
                    assume_role_policy = jsonencode([Version: '2012-10-17', Statement: []])
                }
                resource('aws_vpc', 'main') { cidr_block = '10.0.0.0/16' }
                resource('aws_security_group', 'web') { name = 'web'; vpc_id = aws_vpc.main.id }
                """);
        project.succeed("apply", "--auto-approve");
        moto.query("iam", "us-east-1", "Action=DeleteRole&Version=2010-05-08&RoleName=app");
        role(moto, "app", "");
        String group = id(moto, "DescribeSecurityGroups", "group-name", "web", "groupId");
        String vpc = id(moto, "DescribeVpcs", "is-default", "false", "vpcId");
        moto.query("ec2", REGION, "Action=DeleteSecurityGroup&Version=2016-11-15&GroupId=" + group);
        moto.query(
                "ec2",
                REGION,
                "Action=CreateSecurityGroup&Version=2016-11-15&GroupName=web&GroupDescription=x&VpcId=" + vpc);

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).as(drift.err()).isEqualTo(2);
        assertThat(drift.out())
                .contains("""
                        recreated (high)  aws_iam_role.app  at environments/default.groovy:2
                            Another object goes by its id.
                        """)
                .contains("recreated (high)  aws_security_group.web  at environments/default.groovy:7")
                .contains("Another object has its name, with the id sg-")
                .contains("Drift: 2 recreated. 3 objects, ");
    }

    @Test
    void whatAwsMakesByItselfIsNeverTold(MotoServer moto) {
        Project project = Project.of(directory, CloudDriftTest.DEFINITION);
        project.succeed("apply", "--auto-approve");
        moto.query(
                "iam",
                "us-east-1",
                "Action=CreateServiceLinkedRole&Version=2010-05-08&AWSServiceName=autoscaling.amazonaws.com");
        role(moto, "OrganizationAccountAccessRole", "");

        CommandRun clean = project.run("drift", "--unmanaged", "all");

        assertThat(clean.exitCode()).as(clean.out() + clean.err()).isZero();
        assertThat(clean.out())
                .contains(" types listed. Not listable: aws_ecs_service_stop, aws_ecs_task_run.\n")
                .contains("No drift. 11 objects, ");
        queue(moto, "stranger", "a", "b");
        CommandRun stranger = project.run("drift", "--unmanaged", "all");
        assertThat(stranger.exitCode()).isEqualTo(2);
        assertThat(stranger.out()).contains("unmanaged (low)  aws_sqs_queue http", "Drift: 1 unmanaged.");
    }
}
