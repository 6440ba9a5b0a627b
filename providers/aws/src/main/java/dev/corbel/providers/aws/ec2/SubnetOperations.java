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
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetState;

/** The calls of {@code aws_subnet}. */
final class SubnetOperations extends TaggedOperations<Subnet> {

    /** A VPC that has just been created is not known to every part of EC2. */
    private static final Set<String> VPC_NOT_YET_KNOWN = Set.of("InvalidVpcID.NotFound");

    SubnetOperations() {
        super("subnet", Duration.ofMinutes(10), VPC_NOT_YET_KNOWN);
    }

    @Override
    SubnetReader reader(AwsSession session) {
        return new SubnetReader(session);
    }

    @Override
    Subnet make(AwsSession session, CreateRequest request, AwsRequestOverrideConfiguration once) {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        return Ec2.client(session)
                .createSubnet(call -> call.vpcId(desired.required("vpc_id"))
                        .cidrBlock(desired.text("cidr_block"))
                        .ipv4IpamPoolId(desired.text("ipv4_ipam_pool_id"))
                        .ipv4NetmaskLength(desired.number("ipv4_netmask_length"))
                        .availabilityZone(desired.text("availability_zone"))
                        .availabilityZoneId(desired.text("availability_zone_id"))
                        .ipv6CidrBlock(desired.text("ipv6_cidr_block"))
                        .ipv6Native(desired.isTrue("ipv6_native") ? true : null)
                        .outpostArn(desired.text("outpost_arn"))
                        .tagSpecifications(
                                Ec2Tags.specification(ResourceType.SUBNET, request.planned(), request.token()))
                        .overrideConfiguration(once))
                .subnet();
    }

    @Override
    void settle(AwsSession session, Subnet subnet, DesiredAttributes planned, Waiter waiter) throws ProviderException {
        String id = subnet.subnetId();
        SubnetReader reader = reader(session);
        Subnet available = subnet.state() == SubnetState.AVAILABLE
                ? subnet
                : waiter.untilPresent("the subnet " + id + " to become available", () -> reader.find(id)
                        .filter(found -> found.state() == SubnetState.AVAILABLE));
        new SubnetSettings(session, waiter).settle(available, planned);
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        String id = new DesiredAttributes(request.prior().attributes()).required("id");
        Ec2Client ec2 = Ec2.client(session);
        session.waiter(request.timeout().orElse(Duration.ofMinutes(20)))
                .whileRefused(
                        Ec2.STILL_IN_USE,
                        () -> Ec2.ifFound(() -> Optional.of(ec2.deleteSubnet(call -> call.subnetId(id)))));
    }

    @Override
    public Set<String> listDefaults(AwsSession session, List<String> ids) {
        return new Ec2Defaults(session).subnets();
    }
}
