package dev.corbel.providers.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReadActionsTest {

    @Test
    void everyTypeSaysWhatReadingItTakes() {
        Set<String> expected = new TreeSet<>(Set.of("always"));
        expected.addAll(AwsTypes.RESOURCES.keySet());
        AwsTypes.DATA_SOURCES.keySet().forEach(name -> expected.add("data." + name));

        assertThat(ReadActions.names()).isEqualTo(expected);
    }

    @Test
    void aPolicyHasTheActionsOfItsTypesOnce() {
        assertThat(ReadActions.policy(Set.of("aws_route", "aws_route_table"))).isEqualTo("""
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "CorbelRead",
                      "Effect": "Allow",
                      "Action": [
                        "ec2:DescribeRouteTables",
                        "iam:GetAccountAuthorizationDetails",
                        "sts:GetCallerIdentity",
                        "tag:GetResources"
                      ],
                      "Resource": "*"
                    }
                  ]
                }
                """);
    }
}
