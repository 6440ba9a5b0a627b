package dev.corbel.providers.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.AwsProvider;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.FakeAws;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VpcEndpointFailureTest {
    private static final Address ADDRESS = Address.resource("aws_vpc_endpoint", "test");

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

    private static String endpoint(String element, String state, String more) {
        return "<" + element
                + "><vpcEndpointId>vpce-1</vpcEndpointId><vpcEndpointType>Interface</vpcEndpointType><state>" + state
                + "</state>" + more + "<ownerId>123456789012</ownerId></" + element + ">";
    }

    private static String described(String state, String more) {
        return "<DescribeVpcEndpointsResponse><vpcEndpointSet>" + endpoint("item", state, more)
                + "</vpcEndpointSet></DescribeVpcEndpointsResponse>";
    }

    @Test
    void tellsWhyAnEndpointFailedAndKeepsIt() {
        aws.answers("<CreateVpcEndpointResponse>" + endpoint("vpcEndpoint", "pending", "")
                        + "</CreateVpcEndpointResponse>")
                .answers(described("pending", ""))
                .answers(described(
                        "failed", "<lastError><code>NoCapacity</code><message>No capacity.</message></lastError>"));
        MapValue planned = Values.map(
                "vpc_id", "vpc-1", "service_name", "com.amazonaws.eu-central-1.sqs", "vpc_endpoint_type", "Interface");

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> new VpcEndpointResource()
                        .create(session, new CreateRequest(ADDRESS, planned, "operation-1", Optional.empty())))
                .satisfies(failure -> {
                    assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error("The VPC endpoint vpce-1 became failed", "No capacity."));
                    assertThat(failure.object().orElseThrow().attributes().text("id"))
                            .hasValue("vpce-1");
                });
    }

    @Test
    void tellsWhyAnEndpointIsNotDeleted() {
        aws.answers(described("available", ""))
                .answers("<DeleteVpcEndpointsResponse><unsuccessful><item><resourceId>vpce-1</resourceId><error>"
                        + "<code>OperationNotPermitted</code><message>A service manages it.</message>"
                        + "</error></item></unsuccessful></DeleteVpcEndpointsResponse>");

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(this::delete)
                .satisfies(failure -> assertThat(failure.diagnostic())
                        .isEqualTo(Diagnostic.error(
                                "EC2 DeleteVpcEndpoints failed: OperationNotPermitted", "A service manages it.")));
    }

    @Test
    void waitsUntilADeletedEndpointIsGone() throws Exception {
        aws.answers(described("available", ""))
                .answers("<DeleteVpcEndpointsResponse><unsuccessful/></DeleteVpcEndpointsResponse>")
                .answers(described("deleting", ""))
                .answers(described("deleted", ""));

        delete();

        assertThat(time.pauses()).hasSize(1);
    }

    private void delete() throws ProviderException {
        new VpcEndpointResource()
                .delete(
                        session,
                        new DeleteRequest(
                                ADDRESS, new ObjectState(Values.map("id", "vpce-1")), "operation-2", Optional.empty()));
    }
}
