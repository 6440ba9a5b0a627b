package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;
import software.amazon.awssdk.services.ec2.model.VpcState;
import software.amazon.awssdk.services.ec2.model.VpcTenancy;

/** The calls of {@code aws_vpc}. */
final class VpcOperations implements Operations {

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        VpcReader reader = new VpcReader(session);
        return session.batch()
                .read(
                        requests,
                        reader::list,
                        reader::find,
                        (details, request) ->
                                details.show(session, request.prior().attributes()));
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        VpcReader reader = new VpcReader(session);
        CreateVpcRequest call = CreateVpcRequest.builder()
                .cidrBlock(desired.text("cidr_block"))
                .ipv4IpamPoolId(desired.text("ipv4_ipam_pool_id"))
                .ipv4NetmaskLength(desired.number("ipv4_netmask_length"))
                .instanceTenancy(desired.text("instance_tenancy"))
                .amazonProvidedIpv6CidrBlock(desired.flag("assign_generated_ipv6_cidr_block"))
                .ipv6CidrBlockNetworkBorderGroup(desired.text("ipv6_cidr_block_network_border_group"))
                .tagSpecifications(Ec2Tags.specification(ResourceType.VPC, request.planned(), request.token()))
                .build();
        Vpc vpc = IdempotentCreate.create(
                session,
                Set.of(),
                once -> Ec2.client(session)
                        .createVpc(call.toBuilder().overrideConfiguration(once).build())
                        .vpc(),
                () -> reader.createdBy(request.token()));
        return finish(session, vpc, request);
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        VpcReader reader = new VpcReader(session);
        Optional<Vpc> found = session.waiter(IdempotentCreate.READ_LAG).poll(() -> reader.createdBy(request.token()));
        return found.isEmpty() ? Optional.empty() : Optional.of(finish(session, found.get(), request));
    }

    private static ObjectState finish(AwsSession session, Vpc vpc, CreateRequest request) throws ProviderException {
        return new PartialResult(SdkFailures.SDK, VpcDetails.beginning(session, vpc, request.planned())).then(() -> {
            Waiter waiter = session.waiter(request.timeout().orElse(Duration.ofMinutes(5)));
            VpcReader reader = new VpcReader(session);
            waiter.until("the VPC " + vpc.vpcId() + " to become available", () -> reader.vpc(vpc.vpcId())
                    .filter(found -> found.state() == VpcState.AVAILABLE)
                    .isPresent());
            new VpcIpv6(session, waiter).settle(vpc.vpcId(), new DesiredAttributes(request.planned()));
            setSwitches(session, vpc.vpcId(), new DesiredAttributes(request.planned()));
            return shown(session, vpc.vpcId(), request.planned(), waiter);
        });
    }

    /** DNS names need DNS support, so support goes on first and off last. */
    private static void setSwitches(AwsSession session, String id, DesiredAttributes desired) throws ProviderException {
        boolean support = desired.isTrue("enable_dns_support");
        if (support) {
            set(session, id, VpcAttributeName.ENABLE_DNS_SUPPORT, true);
        }
        set(session, id, VpcAttributeName.ENABLE_DNS_HOSTNAMES, desired.isTrue("enable_dns_hostnames"));
        if (!support) {
            set(session, id, VpcAttributeName.ENABLE_DNS_SUPPORT, false);
        }
        Boolean metrics = desired.flag("enable_network_address_usage_metrics");
        if (metrics != null) {
            set(session, id, VpcAttributeName.ENABLE_NETWORK_ADDRESS_USAGE_METRICS, metrics);
        }
    }

    /** Sets what differs, and waits until it shows. */
    private static void set(AwsSession session, String id, VpcAttributeName name, boolean on) throws ProviderException {
        VpcReader reader = new VpcReader(session);
        if (reader.attribute(id, name) == on) {
            return;
        }
        AttributeBooleanValue value = AttributeBooleanValue.builder().value(on).build();
        Ec2Client ec2 = Ec2.client(session);
        ec2.modifyVpcAttribute(request -> {
            request.vpcId(id);
            switch (name) {
                case ENABLE_DNS_SUPPORT -> request.enableDnsSupport(value);
                case ENABLE_DNS_HOSTNAMES -> request.enableDnsHostnames(value);
                default -> request.enableNetworkAddressUsageMetrics(value);
            }
        });
        session.waiter(IdempotentCreate.PROPAGATION)
                .until(name + " of " + id + " to become " + on, () -> reader.attribute(id, name) == on);
    }

    private static ObjectState shown(AwsSession session, String id, MapValue known, Waiter waiter)
            throws ProviderException {
        VpcReader reader = new VpcReader(session);
        return waiter.untilPresent("the VPC " + id + " to show", () -> reader.find(id))
                .show(session, known);
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        String id = prior.required("id");
        Waiter waiter = session.waiter(request.timeout().orElse(IdempotentCreate.PROPAGATION));
        Ec2Client ec2 = Ec2.client(session);
        if (planned.differs("instance_tenancy", prior)) {
            ec2.modifyVpcTenancy(change -> change.vpcId(id).instanceTenancy(VpcTenancy.DEFAULT));
        }
        setSwitches(session, id, planned);
        new VpcIpv6(session, waiter).settle(id, planned);
        Ec2Tags.change(ec2, id, prior.attributes(), planned.attributes());
        return shown(session, id, planned.attributes(), waiter);
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        String id = new DesiredAttributes(request.prior().attributes()).required("id");
        Ec2Client ec2 = Ec2.client(session);
        session.waiter(request.timeout().orElse(Duration.ofMinutes(5)))
                .whileRefused(
                        Ec2.STILL_IN_USE, () -> Ec2.ifFound(() -> Optional.of(ec2.deleteVpc(call -> call.vpcId(id)))));
    }

    @Override
    public Set<String> listDefaults(AwsSession session, List<String> ids) {
        return new Ec2Defaults(session).vpcs();
    }

    @Override
    public List<String> list(AwsSession session) {
        return new VpcReader(session).ids();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        return new VpcReader(session).find(id).map(details -> details.show(session, MapValue.EMPTY));
    }
}
