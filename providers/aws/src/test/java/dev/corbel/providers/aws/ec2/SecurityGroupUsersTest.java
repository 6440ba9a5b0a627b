package dev.corbel.providers.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.aws.AwsProvider;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.FakeAws;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecurityGroupUsersTest {
    private static final String DELETED =
            "<DeleteSecurityGroupResponse><return>true</return></DeleteSecurityGroupResponse>";
    private static final String NO_GROUPS =
            "<DescribeSecurityGroupsResponse><securityGroupInfo/></DescribeSecurityGroupsResponse>";

    private final FakeAws aws = new FakeAws();
    private final FakeTime time = new FakeTime();
    private final AwsSession session = (AwsSession) new AwsProvider()
            .open(
                    Values.map("region", "eu-central-1", "endpoint", aws.endpoint()),
                    new ProviderContext(Path.of("."), "test", time, time));

    @AfterEach
    void close() {
        session.close();
        aws.close();
    }

    private void delete(Duration timeout) throws ProviderException {
        new SecurityGroupResource()
                .delete(
                        session,
                        new DeleteRequest(
                                Address.resource("aws_security_group", "app"),
                                new ObjectState(Values.map("id", "sg-1")),
                                "operation-1",
                                Optional.of(timeout)));
    }

    private void refuses() {
        aws.refuses(400, Map.of(), "DependencyViolation", "resource sg-1 has a dependent object");
    }

    @Test
    void waitsWhileNetworkInterfacesUseTheGroup() throws Exception {
        refuses();
        refuses();
        aws.answers(DELETED);

        delete(Duration.ofMinutes(15));

        assertThat(time.pauses()).containsExactly(Duration.ofMillis(200), Duration.ofMillis(300));
    }

    @Test
    void namesWhatKeepsTheGroup() {
        refuses();
        aws.answers("<DescribeNetworkInterfacesResponse><networkInterfaceSet>"
                        + "<item><networkInterfaceId>eni-1</networkInterfaceId><description>ELB app/main</description></item>"
                        + "<item><networkInterfaceId>eni-2</networkInterfaceId><description/></item>"
                        + "</networkInterfaceSet></DescribeNetworkInterfacesResponse>")
                .answers("<DescribeSecurityGroupsResponse><securityGroupInfo>"
                        + "<item><groupId>sg-2</groupId></item><item><groupId>sg-1</groupId></item>"
                        + "</securityGroupInfo></DescribeSecurityGroupsResponse>")
                .answers(NO_GROUPS);

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> delete(Duration.ofMillis(100)))
                .satisfies(failure -> assertThat(failure.diagnostic())
                        .isEqualTo(Diagnostic.error(
                                        "The security group sg-1 is still in use",
                                        "Network interfaces have it: eni-1 (ELB app/main), eni-2. Rules of other"
                                                + " security groups name it: sg-2. Nothing was deleted.")
                                .withHint("Take it away from them. Where they are about to go, timeouts { delete = … }"
                                        + " sets how long to wait.")));
    }

    @Test
    void passesTheRefusalOnWhereNothingIsFound() {
        refuses();
        aws.answers("<DescribeNetworkInterfacesResponse><networkInterfaceSet/></DescribeNetworkInterfacesResponse>")
                .answers(NO_GROUPS)
                .answers(NO_GROUPS);

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> delete(Duration.ofMillis(100)))
                .satisfies(failure -> assertThat(failure.diagnostic().summary())
                        .isEqualTo("EC2 DeleteSecurityGroup failed: DependencyViolation"));
    }
}
