package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.PreflightRequest;
import dev.corbel.providers.api.ResourceType.Step;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AccountAttributeValue;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.AllocateAddressResponse;
import software.amazon.awssdk.services.ec2.model.DomainType;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** The calls of {@code aws_eip}. */
final class EipOperations extends TaggedOperations<Address> {
    private static final Set<String> NOT_YET_KNOWN = Set.of("InvalidAllocationID.NotFound");

    /** The address is still with something that is going. */
    private static final Set<String> IN_USE = Set.of("InvalidIPAddress.InUse");

    EipOperations() {
        super("Elastic IP address", Duration.ofMinutes(5), Set.of());
    }

    @Override
    EipReader reader(AwsSession session) {
        return new EipReader(session);
    }

    @Override
    Address make(AwsSession session, CreateRequest request, AwsRequestOverrideConfiguration once) {
        // The ARN of an address needs the account. Where that cannot be asked for, nothing may be allocated.
        session.identity();
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        AllocateAddressResponse answer = Ec2.client(session).allocateAddress(call -> call.domain(DomainType.VPC)
                .address(desired.text("address"))
                .publicIpv4Pool(desired.text("public_ipv4_pool"))
                .ipamPoolId(desired.text("ipam_pool_id"))
                .networkBorderGroup(desired.text("network_border_group"))
                .tagSpecifications(Ec2Tags.specification(ResourceType.ELASTIC_IP, request.planned(), request.token()))
                .overrideConfiguration(once));
        return Address.builder()
                .allocationId(answer.allocationId())
                .domain(answer.domain())
                .publicIp(answer.publicIp())
                .publicIpv4Pool(answer.publicIpv4Pool())
                .networkBorderGroup(answer.networkBorderGroup())
                .carrierIp(answer.carrierIp())
                .build();
    }

    /** Says in advance that an account may not have so many; AWS would say so when the others are made. */
    @Override
    public List<Diagnostic> preflight(AwsSession session, List<PreflightRequest> requests) {
        List<PreflightRequest> created = requests.stream()
                .filter(request -> request.step() == Step.CREATE)
                .toList();
        if (created.isEmpty()) {
            return List.of();
        }
        Ec2Client ec2 = Ec2.client(session);
        int there = ec2.describeAddresses().addresses().size();
        int later = there + created.size() - (requests.size() - created.size());
        return quota(ec2)
                .filter(most -> later > most)
                .map(most -> Diagnostic.warning(
                                "There may be too few Elastic IP addresses",
                                "AWS allows this account %d in %s. There are %d, and the plan makes %d of them."
                                        .formatted(most, session.region(), there, later))
                        .withHint("Ask AWS for more in time (Service Quotas, EC2-VPC Elastic IPs), or make fewer.")
                        .at(created.get(0).address()))
                .stream()
                .toList();
    }

    private static Optional<Integer> quota(Ec2Client ec2) {
        return ec2
                .describeAccountAttributes(call -> call.attributeNamesWithStrings("vpc-max-elastic-ips"))
                .accountAttributes()
                .stream()
                .filter(attribute -> "vpc-max-elastic-ips".equals(attribute.attributeName()))
                .flatMap(attribute -> attribute.attributeValues().stream())
                .map(AccountAttributeValue::attributeValue)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .findFirst();
    }

    /** Gives the address to what the plan says; where it does not say, it stays where it is. */
    @Override
    void settle(AwsSession session, Address address, DesiredAttributes planned, Waiter waiter)
            throws ProviderException {
        String instance = planned.text("instance");
        String networkInterface = planned.text("network_interface");
        String privateIp = planned.text("associate_with_private_ip");
        if (isAsDesired(instance, address.instanceId())
                && isAsDesired(networkInterface, address.networkInterfaceId())
                && (privateIp == null || isAsDesired(privateIp, address.privateIpAddress()))) {
            return;
        }
        Ec2Client ec2 = Ec2.client(session);
        disassociate(ec2, address);
        if (isNamed(instance) || isNamed(networkInterface)) {
            waiter.whileRefused(
                    NOT_YET_KNOWN,
                    () -> ec2.associateAddress(call -> call.allocationId(address.allocationId())
                            .instanceId(isNamed(instance) ? instance : null)
                            .networkInterfaceId(isNamed(instance) ? null : networkInterface)
                            .privateIpAddress(privateIp)));
        }
        waiter.until(
                "the Elastic IP address " + address.allocationId() + " to be where it belongs", () -> reader(session)
                        .find(address.allocationId())
                        .filter(found -> isAsDesired(instance, found.instanceId())
                                && isAsDesired(networkInterface, found.networkInterfaceId()))
                        .isPresent());
    }

    private static boolean isNamed(@Nullable String id) {
        return id != null && !id.isEmpty();
    }

    /** Null wants nothing in particular. */
    private static boolean isAsDesired(@Nullable String desired, @Nullable String actual) {
        return desired == null || desired.equals(actual == null ? "" : actual);
    }

    private static void disassociate(Ec2Client ec2, Address address) {
        if (isNamed(address.associationId())) {
            Ec2.ifFound(
                    () -> Optional.of(ec2.disassociateAddress(call -> call.associationId(address.associationId()))));
        }
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        String id = new DesiredAttributes(request.prior().attributes()).required("id");
        Optional<Address> address = reader(session).find(id);
        if (address.isEmpty()) {
            return;
        }
        Ec2Client ec2 = Ec2.client(session);
        disassociate(ec2, address.get());
        session.waiter(request.timeout().orElse(Duration.ofMinutes(3)))
                .whileRefused(
                        IN_USE,
                        () -> Ec2.ifFound(() -> Optional.of(ec2.releaseAddress(call -> call.allocationId(id)))));
    }
}
