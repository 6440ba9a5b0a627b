package dev.corbel.providers.aws.cds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.aws.AwsProvider;
import dev.corbel.providers.conformance.LoadedClasses;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassTrainingTest {

    @Test
    void classesOfAllServicesAreLoaded() throws Exception {
        String output = LoadedClasses.log(ClassTraining.class, "-Daws.accessKeyId=test", "-Daws.secretAccessKey=test");

        for (String service : List.of(
                "acm.model.RequestCertificateResponse",
                "applicationautoscaling.model.DescribeScalableTargetsResponse",
                "backup.model.DescribeBackupVaultResponse",
                "cloudwatch.model.DescribeAlarmsResponse",
                "cloudwatchlogs.model.DescribeLogGroupsResponse",
                "ec2.model.DescribeSubnetsResponse",
                "ec2.model.SubnetIpv6CidrBlockAssociation",
                "ecs.model.DescribeServicesResponse",
                "ecs.model.DeploymentCircuitBreaker",
                "elasticloadbalancingv2.model.DescribeLoadBalancersResponse",
                "elasticloadbalancingv2.model.AvailabilityZone",
                "iam.model.GetRoleResponse",
                "kms.model.DescribeKeyResponse",
                "rds.model.DescribeDbInstancesResponse",
                "rds.model.DBSubnetGroup$BuilderImpl",
                "route53.model.GetHostedZoneResponse",
                "s3.model.GetBucketTaggingResponse",
                "secretsmanager.model.DescribeSecretResponse",
                "sqs.model.GetQueueAttributesResponse",
                "sts.model.GetCallerIdentityResponse")) {
            assertThat(output).contains("software.amazon.awssdk.services." + service + " source:");
        }
        assertThat(output)
                .as("an object that was found is read to its end")
                .contains("dev.corbel.providers.aws.ec2.SubnetFlag source:");
    }

    @Test
    void eachTypeMakesACall() throws Exception {
        try (SampleAnswers server = new SampleAnswers()) {
            ClassTraining.run(server);
            assertThat(server.calls())
                    .isGreaterThan(new AwsProvider().resourceTypeNames().size());
        }
    }
}
