package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockStateCode;
import software.amazon.awssdk.services.ec2.model.VpcIpv6CidrBlockAssociation;

/**
 * A VPC with what EC2 tells of it elsewhere.
 *
 * @param mainRouteTable its id, and so for the access list and the security group; null where it is gone
 */
record VpcDetails(
        Vpc vpc,
        boolean dnsSupport,
        boolean dnsHostnames,
        boolean usageMetrics,
        @Nullable String mainRouteTable,
        @Nullable String defaultNetworkAcl,
        @Nullable String defaultSecurityGroup) {

    ObjectState show(AwsSession session, MapValue known) {
        Optional<VpcIpv6CidrBlockAssociation> ipv6 = ipv6();
        Attributes attributes = new Attributes(VpcResource.SCHEMA)
                .from(known)
                .text("id", vpc.vpcId())
                .text("arn", arn(session))
                .text("owner_id", vpc.ownerId())
                .text("cidr_block", vpc.cidrBlock())
                .text("instance_tenancy", vpc.instanceTenancyAsString())
                .text("dhcp_options_id", vpc.dhcpOptionsId())
                .flag("enable_dns_support", dnsSupport)
                .flag("enable_dns_hostnames", dnsHostnames)
                .flag("enable_network_address_usage_metrics", usageMetrics)
                .flag("assign_generated_ipv6_cidr_block", ipv6.isPresent())
                .text(
                        "ipv6_association_id",
                        ipv6.map(VpcIpv6CidrBlockAssociation::associationId).orElse(""))
                .text(
                        "ipv6_cidr_block",
                        ipv6.map(VpcIpv6CidrBlockAssociation::ipv6CidrBlock).orElse(""))
                .text(
                        "ipv6_cidr_block_network_border_group",
                        ipv6.map(VpcIpv6CidrBlockAssociation::networkBorderGroup)
                                .orElse(""))
                .text("main_route_table_id", mainRouteTable)
                .text("default_route_table_id", mainRouteTable)
                .text("default_network_acl_id", defaultNetworkAcl)
                .text("default_security_group_id", defaultSecurityGroup);
        Tags.show(attributes, Ec2Tags.map(vpc.tags()), known, session);
        return attributes.object();
    }

    /** What a new VPC is known by before its details can be read. */
    static ObjectState beginning(AwsSession session, Vpc vpc, MapValue planned) {
        Attributes attributes = new Attributes(VpcResource.SCHEMA)
                .from(planned)
                .text("id", vpc.vpcId())
                .text("owner_id", vpc.ownerId())
                .text("cidr_block", vpc.cidrBlock());
        Tags.show(attributes, Map.copyOf(Ec2Tags.map(vpc.tags())), planned, session);
        return attributes.object();
    }

    private String arn(AwsSession session) {
        return session.arn("ec2", vpc.ownerId(), "vpc/" + vpc.vpcId());
    }

    private Optional<VpcIpv6CidrBlockAssociation> ipv6() {
        return vpc.ipv6CidrBlockAssociationSet().stream()
                .filter(association -> association.ipv6CidrBlockState().state() == VpcCidrBlockStateCode.ASSOCIATED)
                .findFirst();
    }
}
