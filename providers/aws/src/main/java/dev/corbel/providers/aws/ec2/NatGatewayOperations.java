package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** The calls of {@code aws_nat_gateway}. */
final class NatGatewayOperations extends TaggedOperations<NatGateway> {
    private static final String NO_WAY_OUT = "Gateway.NotAttached";

    /** Subnet and address may be new. */
    private static final Set<String> NOT_YET_KNOWN =
            Set.of("InvalidAllocationID.NotFound", "InvalidElasticIpID.NotFound", "InvalidSubnetID.NotFound");

    NatGatewayOperations() {
        super("NAT gateway", Duration.ofMinutes(10), NOT_YET_KNOWN);
    }

    @Override
    NatGatewayReader reader(AwsSession session) {
        return new NatGatewayReader(session);
    }

    @Override
    NatGateway make(AwsSession session, CreateRequest request, AwsRequestOverrideConfiguration once) {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        return Ec2.client(session)
                .createNatGateway(call -> call.subnetId(desired.required("subnet_id"))
                        .connectivityType(desired.text("connectivity_type"))
                        .allocationId(desired.text("allocation_id"))
                        .privateIpAddress(desired.text("private_ip"))
                        .clientToken(request.token())
                        .tagSpecifications(
                                Ec2Tags.specification(ResourceType.NATGATEWAY, request.planned(), request.token()))
                        .overrideConfiguration(once))
                .natGateway();
    }

    @Override
    void settle(AwsSession session, NatGateway gateway, DesiredAttributes planned, Waiter waiter)
            throws ProviderException {
        String id = gateway.natGatewayId();
        NatGatewayReader reader = reader(session);
        NatGateway settled = gateway.state() == NatGatewayState.AVAILABLE
                ? gateway
                : waiter.untilPresent("the NAT gateway " + id + " to become available", () -> reader.find(id)
                        .filter(found -> found.state() != NatGatewayState.PENDING));
        if (settled.state() == NatGatewayState.FAILED) {
            throw failure(settled);
        }
    }

    private static ProviderException failure(NatGateway gateway) {
        String code = gateway.failureCode() == null ? "" : ": " + gateway.failureCode();
        String message = gateway.failureMessage() == null ? "EC2 gives no reason." : gateway.failureMessage();
        Diagnostic problem = Diagnostic.error("The NAT gateway " + gateway.natGatewayId() + " failed" + code, message);
        return new ProviderException(
                NO_WAY_OUT.equals(gateway.failureCode())
                        ? problem.withHint("The VPC needs its internet gateway first: dependsOn ="
                                + " [aws_internet_gateway.NAME].")
                        : problem);
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        String id = new DesiredAttributes(request.prior().attributes()).required("id");
        NatGatewayReader reader = reader(session);
        if (reader.isDeleted(id)) {
            return;
        }
        Ec2Client ec2 = Ec2.client(session);
        Ec2.ifFound(() -> Optional.of(ec2.deleteNatGateway(call -> call.natGatewayId(id))));
        session.waiter(request.timeout().orElse(Duration.ofMinutes(30)))
                .until("the NAT gateway " + id + " to go", () -> reader.isDeleted(id));
    }
}
