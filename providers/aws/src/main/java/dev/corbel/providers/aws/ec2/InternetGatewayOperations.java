package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** The calls of {@code aws_internet_gateway}. */
final class InternetGatewayOperations extends TaggedOperations<InternetGateway> {
    private static final Duration TIMEOUT = Duration.ofMinutes(20);

    /** One of the two is new, and not every part of EC2 knows it. */
    private static final Set<String> NOT_YET_KNOWN =
            Set.of("InvalidInternetGatewayID.NotFound", "InvalidVpcID.NotFound");

    /** What says that there is nothing to detach. */
    private static final String NOT_ATTACHED = "Gateway.NotAttached";

    InternetGatewayOperations() {
        super("internet gateway", TIMEOUT, Set.of());
    }

    @Override
    InternetGatewayReader reader(AwsSession session) {
        return new InternetGatewayReader(session);
    }

    @Override
    InternetGateway make(AwsSession session, CreateRequest request, AwsRequestOverrideConfiguration once) {
        return Ec2.client(session)
                .createInternetGateway(call -> call.tagSpecifications(Ec2Tags.specification(
                                ResourceType.INTERNET_GATEWAY, request.planned(), request.token()))
                        .overrideConfiguration(once))
                .internetGateway();
    }

    /** Attaches the gateway where the plan says, and leaves it where the plan does not say. */
    @Override
    void settle(AwsSession session, InternetGateway gateway, DesiredAttributes planned, Waiter waiter)
            throws ProviderException {
        String vpc = planned.text("vpc_id");
        String present = InternetGatewayReader.vpc(gateway).orElse("");
        if (vpc == null || vpc.equals(present)) {
            return;
        }
        String id = gateway.internetGatewayId();
        if (!present.isEmpty()) {
            detach(session, id, present, waiter);
        }
        if (!vpc.isEmpty()) {
            Ec2Client ec2 = Ec2.client(session);
            waiter.whileRefused(
                    NOT_YET_KNOWN,
                    () -> ec2.attachInternetGateway(
                            call -> call.internetGatewayId(id).vpcId(vpc)));
        }
        waiter.until(
                vpc.isEmpty() ? "the internet gateway " + id + " to be detached" : id + " to be attached to " + vpc,
                () -> reader(session)
                        .find(id)
                        .filter(found ->
                                InternetGatewayReader.vpc(found).orElse("").equals(vpc))
                        .isPresent());
    }

    /** Public addresses in the VPC hold the gateway, until the last of them is gone. */
    private static void detach(AwsSession session, String id, String vpc, Waiter waiter) throws ProviderException {
        Ec2Client ec2 = Ec2.client(session);
        waiter.whileRefused(
                Ec2.STILL_IN_USE,
                () -> Ec2.unless(
                        NOT_ATTACHED,
                        () -> ec2.detachInternetGateway(
                                call -> call.internetGatewayId(id).vpcId(vpc))));
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        String id = new DesiredAttributes(request.prior().attributes()).required("id");
        Optional<InternetGateway> gateway = reader(session).find(id);
        if (gateway.isEmpty()) {
            return;
        }
        Waiter waiter = session.waiter(request.timeout().orElse(TIMEOUT));
        Optional<String> vpc = InternetGatewayReader.vpc(gateway.get());
        if (vpc.isPresent()) {
            detach(session, id, vpc.get(), waiter);
        }
        Ec2Client ec2 = Ec2.client(session);
        waiter.whileRefused(
                Ec2.STILL_IN_USE,
                () -> Ec2.ifFound(() -> Optional.of(ec2.deleteInternetGateway(call -> call.internetGatewayId(id)))));
    }

    @Override
    public Set<String> listDefaults(AwsSession session, List<String> ids) {
        return new Ec2Defaults(session).gateways();
    }
}
