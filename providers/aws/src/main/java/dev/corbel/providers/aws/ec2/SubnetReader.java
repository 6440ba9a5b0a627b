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
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetCidrBlockStateCode;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;

/** Reads subnets: one list tells all about many. */
final class SubnetReader implements TaggedReader<Subnet> {
    private final AwsSession session;
    private final Ec2Client ec2;

    SubnetReader(AwsSession session) {
        this.session = session;
        this.ec2 = Ec2.client(session);
    }

    @Override
    public String id(Subnet subnet) {
        return subnet.subnetId();
    }

    @Override
    public Map<String, Subnet> list(List<String> ids) {
        Map<String, Subnet> subnets = new LinkedHashMap<>();
        // By filter: a list of ids would fail as a whole where one of them is gone.
        ec2.describeSubnetsPaginator(request -> request.filters(Ec2Tags.filter("subnet-id", ids)))
                .subnets()
                .forEach(subnet -> subnets.put(subnet.subnetId(), subnet));
        return subnets;
    }

    @Override
    public Optional<Subnet> find(String id) {
        return Ec2.ifFound(() -> ec2.describeSubnets(request -> request.subnetIds(id)).subnets().stream()
                .findFirst());
    }

    @Override
    public Optional<Subnet> createdBy(String token) {
        return ec2.describeSubnets(request -> request.filters(Ec2Tags.byOperation(token))).subnets().stream()
                .findFirst();
    }

    @Override
    public List<String> ids() {
        return ec2.describeSubnetsPaginator().subnets().stream()
                .map(Subnet::subnetId)
                .toList();
    }

    /** The IPv6 ranges that a subnet has or is about to have. */
    static List<SubnetIpv6CidrBlockAssociation> ipv6(Subnet subnet) {
        return subnet.ipv6CidrBlockAssociationSet().stream()
                .filter(one -> one.ipv6CidrBlockState().state() == SubnetCidrBlockStateCode.ASSOCIATED
                        || one.ipv6CidrBlockState().state() == SubnetCidrBlockStateCode.ASSOCIATING)
                .toList();
    }

    @Override
    public ObjectState show(Subnet subnet, MapValue known) {
        Optional<SubnetIpv6CidrBlockAssociation> ipv6 = ipv6(subnet).stream().findFirst();
        Attributes attributes = new Attributes(SubnetResource.SCHEMA)
                .from(known)
                .text("id", subnet.subnetId())
                .text("arn", session.arn("ec2", subnet.ownerId(), "subnet/" + subnet.subnetId()))
                .text("owner_id", subnet.ownerId())
                .text("vpc_id", subnet.vpcId())
                .text("cidr_block", subnet.cidrBlock() == null ? "" : subnet.cidrBlock())
                .text("availability_zone", subnet.availabilityZone())
                .text("availability_zone_id", subnet.availabilityZoneId())
                .flag("ipv6_native", Boolean.TRUE.equals(subnet.ipv6Native()))
                .text(
                        "ipv6_cidr_block",
                        ipv6.map(SubnetIpv6CidrBlockAssociation::ipv6CidrBlock).orElse(""))
                .text(
                        "ipv6_cidr_block_association_id",
                        ipv6.map(SubnetIpv6CidrBlockAssociation::associationId).orElse(""))
                .text(
                        "private_dns_hostname_type_on_launch",
                        subnet.privateDnsNameOptionsOnLaunch() == null
                                ? "ip-name"
                                : subnet.privateDnsNameOptionsOnLaunch().hostnameTypeAsString())
                .textOrNothing("outpost_arn", subnet.outpostArn());
        for (SubnetFlag flag : SubnetFlag.ALL) {
            attributes.flag(flag.attribute(), flag.isOn(subnet));
        }
        Tags.show(attributes, Ec2Tags.map(subnet.tags()), known, session);
        return attributes.object();
    }
}
