package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayAddress;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;

/** Reads NAT gateways: one list tells all about many. EC2 shows them for an hour after they were deleted. */
record NatGatewayReader(AwsSession session, Ec2Client ec2) implements TaggedReader<NatGateway> {
    private static final Set<NatGatewayState> GOING = Set.of(NatGatewayState.DELETING, NatGatewayState.DELETED);

    NatGatewayReader(AwsSession session) {
        this(session, Ec2.client(session));
    }

    @Override
    public String id(NatGateway gateway) {
        return gateway.natGatewayId();
    }

    @Override
    public Map<String, NatGateway> list(List<String> ids) {
        Map<String, NatGateway> gateways = new LinkedHashMap<>();
        ec2
                .describeNatGatewaysPaginator(request -> request.filter(Ec2Tags.filter("nat-gateway-id", ids)))
                .natGateways()
                .stream()
                .filter(NatGatewayReader::isThere)
                .forEach(gateway -> gateways.put(id(gateway), gateway));
        return gateways;
    }

    @Override
    public Optional<NatGateway> find(String id) {
        return findEvenDeleted(id).filter(NatGatewayReader::isThere);
    }

    private Optional<NatGateway> findEvenDeleted(String id) {
        return Ec2.ifFound(() -> ec2.describeNatGateways(request -> request.natGatewayIds(id)).natGateways().stream()
                .findFirst());
    }

    /** Whether nothing is left of a gateway: its network interface holds the subnet until then. */
    boolean isDeleted(String id) {
        return findEvenDeleted(id)
                .filter(gateway -> gateway.state() != NatGatewayState.DELETED)
                .isEmpty();
    }

    @Override
    public Optional<NatGateway> createdBy(String token) {
        return ec2
                .describeNatGatewaysPaginator(request -> request.filter(Ec2Tags.byOperation(token)))
                .natGateways()
                .stream()
                .filter(NatGatewayReader::isThere)
                .filter(gateway -> token.equals(Ec2Tags.map(gateway.tags()).get(Tags.OPERATION)))
                .findFirst();
    }

    @Override
    public List<String> ids() {
        return ec2.describeNatGatewaysPaginator().natGateways().stream()
                .filter(NatGatewayReader::isThere)
                .map(this::id)
                .toList();
    }

    private static boolean isThere(NatGateway gateway) {
        return !GOING.contains(gateway.state());
    }

    @Override
    public ObjectState show(NatGateway gateway, MapValue known) {
        NatGatewayAddress address = address(gateway);
        Attributes attributes = new Attributes(NatGatewayResource.SCHEMA)
                .from(known)
                .text("id", id(gateway))
                .text("subnet_id", gateway.subnetId())
                .text("connectivity_type", gateway.connectivityTypeAsString())
                .textOrNothing("allocation_id", address.allocationId())
                .textOrEmpty("private_ip", address.privateIp())
                .textOrEmpty("association_id", address.associationId())
                .textOrEmpty("network_interface_id", address.networkInterfaceId())
                .textOrEmpty("public_ip", address.publicIp());
        Tags.show(attributes, Ec2Tags.map(gateway.tags()), known, session);
        return attributes.object();
    }

    /** The first of its addresses; the others are secondary. */
    private static NatGatewayAddress address(NatGateway gateway) {
        return gateway.natGatewayAddresses().stream()
                .filter(address -> !Boolean.FALSE.equals(address.isPrimary()))
                .findFirst()
                .orElseGet(() -> NatGatewayAddress.builder().build());
    }
}
