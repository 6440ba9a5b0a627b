package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.ReadRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Batch;
import dev.corbel.providers.aws.resource.CallOnce;
import dev.corbel.providers.aws.resource.Created;
import dev.corbel.providers.aws.resource.Gone;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.aws.resource.Waiter;
import dev.corbel.providers.aws.resource.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetState;

/** The calls of {@code aws_subnet}. */
final class SubnetOperations implements Operations {
    private static final Duration CREATE = Duration.ofMinutes(10);

    /** A VPC that has just been created is not known to every part of EC2. */
    private static final Set<String> VPC_NOT_YET_KNOWN = Set.of("InvalidVpcID.NotFound");

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        SubnetReader reader = new SubnetReader(session);
        return Batch.read(
                requests,
                reader::list,
                reader::find,
                (subnet, request) -> reader.show(subnet, request.prior().attributes()));
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        Wanted wanted = new Wanted(request.planned());
        SubnetReader reader = new SubnetReader(session);
        CreateSubnetRequest call = CreateSubnetRequest.builder()
                .vpcId(wanted.required("vpc_id"))
                .cidrBlock(wanted.text("cidr_block"))
                .ipv4IpamPoolId(wanted.text("ipv4_ipam_pool_id"))
                .ipv4NetmaskLength(wanted.number("ipv4_netmask_length"))
                .availabilityZone(wanted.text("availability_zone"))
                .availabilityZoneId(wanted.text("availability_zone_id"))
                .ipv6CidrBlock(wanted.text("ipv6_cidr_block"))
                .ipv6Native(wanted.isTrue("ipv6_native") ? true : null)
                .outpostArn(wanted.text("outpost_arn"))
                .tagSpecifications(Ec2Tags.specification(ResourceType.SUBNET, request.planned(), request.token()))
                .build();
        Subnet subnet = CallOnce.create(
                session,
                VPC_NOT_YET_KNOWN,
                once -> Ec2.client(session)
                        .createSubnet(
                                call.toBuilder().overrideConfiguration(once).build())
                        .subnet(),
                () -> reader.createdBy(request.token()));
        return finish(session, subnet, request);
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        SubnetReader reader = new SubnetReader(session);
        Optional<Subnet> found =
                new Waiter(session.context(), CallOnce.READ_LAG).poll(() -> reader.createdBy(request.token()));
        return found.isEmpty() ? Optional.empty() : Optional.of(finish(session, found.get(), request));
    }

    private static ObjectState finish(AwsSession session, Subnet subnet, CreateRequest request)
            throws ProviderException {
        SubnetReader reader = new SubnetReader(session);
        return new Created(reader.show(subnet, request.planned())).then(() -> {
            Waiter waiter = new Waiter(session.context(), request.timeout().orElse(CREATE));
            Subnet available = waiter.untilPresent(
                    "the subnet " + subnet.subnetId() + " to become available",
                    () -> reader.find(subnet.subnetId()).filter(found -> found.state() == SubnetState.AVAILABLE));
            new SubnetSettings(session, waiter).settle(available, new Wanted(request.planned()));
            return shown(reader, subnet.subnetId(), request.planned(), waiter);
        });
    }

    private static ObjectState shown(SubnetReader reader, String id, MapValue known, Waiter waiter)
            throws ProviderException {
        return reader.show(waiter.untilPresent("the subnet " + id + " to show", () -> reader.find(id)), known);
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        Wanted prior = new Wanted(request.prior().attributes());
        Wanted planned = new Wanted(request.planned());
        String id = prior.required("id");
        SubnetReader reader = new SubnetReader(session);
        Waiter waiter = new Waiter(session.context(), request.timeout().orElse(CallOnce.PROPAGATION));
        Subnet subnet = reader.find(id).orElseThrow(() -> Gone.exception("subnet " + id));
        new SubnetSettings(session, waiter).settle(subnet, planned);
        Ec2Tags.change(Ec2.client(session), id, prior.attributes(), planned.attributes());
        return shown(reader, id, planned.attributes(), waiter);
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        String id = new Wanted(request.prior().attributes()).required("id");
        Ec2Client ec2 = Ec2.client(session);
        new Waiter(session.context(), request.timeout().orElse(Duration.ofMinutes(20)))
                .whileRefused(
                        Ec2.STILL_IN_USE,
                        () -> Ec2.ifFound(() -> Optional.of(ec2.deleteSubnet(call -> call.subnetId(id)))));
    }

    @Override
    public List<String> list(AwsSession session) {
        return new SubnetReader(session).ids();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        SubnetReader reader = new SubnetReader(session);
        return reader.find(id).map(subnet -> reader.show(subnet, MapValue.EMPTY));
    }
}
