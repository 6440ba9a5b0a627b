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
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Address;

/** Reads Elastic IP addresses: one list tells all about many. EC2 gives it as a whole, without pages. */
record EipReader(AwsSession session, Ec2Client ec2) implements TaggedReader<Address> {
    EipReader(AwsSession session) {
        this(session, Ec2.client(session));
    }

    @Override
    public String id(Address address) {
        return address.allocationId();
    }

    @Override
    public Map<String, Address> list(List<String> ids) {
        Map<String, Address> addresses = new LinkedHashMap<>();
        ec2.describeAddresses(request -> request.filters(Ec2Tags.filter("allocation-id", ids)))
                .addresses()
                .forEach(address -> addresses.put(id(address), address));
        return addresses;
    }

    @Override
    public Optional<Address> find(String id) {
        return Ec2.ifFound(() -> ec2.describeAddresses(request -> request.allocationIds(id)).addresses().stream()
                .findFirst());
    }

    @Override
    public Optional<Address> createdBy(String token) {
        return ec2.describeAddresses(request -> request.filters(Ec2Tags.byOperation(token))).addresses().stream()
                .findFirst();
    }

    @Override
    public List<String> ids() {
        return ec2.describeAddresses().addresses().stream().map(this::id).toList();
    }

    @Override
    public ObjectState show(Address address, MapValue known) {
        String account = session.identity().account();
        Attributes attributes = new Attributes(EipResource.SCHEMA)
                .from(known)
                .text("id", id(address))
                .text("allocation_id", id(address))
                .text("arn", session.arn("ec2", account, "elastic-ip/" + id(address)))
                .text("domain", address.domainAsString())
                .textOrEmpty("public_ipv4_pool", address.publicIpv4Pool())
                .textOrEmpty("network_border_group", address.networkBorderGroup())
                .textOrEmpty("instance", address.instanceId())
                .textOrEmpty("network_interface", address.networkInterfaceId())
                .textOrEmpty("association_id", address.associationId())
                .textOrEmpty("carrier_ip", address.carrierIp())
                .textOrEmpty("private_ip", address.privateIpAddress())
                .text("private_dns", name("ip", address.privateIpAddress(), privateDomain()))
                .textOrEmpty("public_ip", address.publicIp())
                .text("public_dns", name("ec2", address.publicIp(), publicDomain()));
        Tags.show(attributes, Ec2Tags.map(address.tags()), known, session);
        return attributes.object();
    }

    /** The name that EC2 gives to an address, such as ec2-203-0-113-25.eu-central-1.compute.amazonaws.com. */
    private static String name(String prefix, @Nullable String address, String domain) {
        return address == null || address.isEmpty() ? "" : prefix + "-" + address.replace('.', '-') + "." + domain;
    }

    /** The oldest region has names of its own, here and below. */
    private String privateDomain() {
        return session.region().equals("us-east-1") ? "ec2.internal" : session.region() + ".compute.internal";
    }

    private String publicDomain() {
        return (session.region().equals("us-east-1") ? "compute-1" : session.region() + ".compute")
                + "."
                + session.domain();
    }
}
