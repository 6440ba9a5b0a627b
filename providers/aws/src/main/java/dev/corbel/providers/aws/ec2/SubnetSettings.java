package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.Waiter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetCidrBlockStateCode;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;

/** Brings a subnet to its plan. What needs IPv6 goes off before the range does, and on after it. */
record SubnetSettings(AwsSession session, Waiter waiter) {

    void settle(Subnet subnet, DesiredAttributes desired) throws ProviderException {
        Ec2Client ec2 = Ec2.client(session);
        String id = subnet.subnetId();
        setFlags(ec2, subnet, desired, false);
        settleIpv6(ec2, subnet, desired.text("ipv6_cidr_block"));
        setFlags(ec2, subnet, desired, true);
        String naming = desired.text("private_dns_hostname_type_on_launch");
        if (naming != null
                && (subnet.privateDnsNameOptionsOnLaunch() == null
                        || !naming.equals(subnet.privateDnsNameOptionsOnLaunch().hostnameTypeAsString()))) {
            ec2.modifySubnetAttribute(request -> request.subnetId(id).privateDnsHostnameTypeOnLaunch(naming));
        }
        waiter.until("the settings of the subnet " + id + " to show", () -> new SubnetReader(session)
                .find(id)
                .filter(found ->
                        SubnetFlag.ALL.stream().allMatch(flag -> flag.isOn(found) == desired.isTrue(flag.attribute())))
                .isPresent());
    }

    private static void setFlags(Ec2Client ec2, Subnet subnet, DesiredAttributes desired, boolean on) {
        for (SubnetFlag flag : SubnetFlag.ALL) {
            if (desired.isTrue(flag.attribute()) == on && flag.isOn(subnet) != on) {
                ec2.modifySubnetAttribute(request -> flag.set(request.subnetId(subnet.subnetId()), on));
            }
        }
    }

    /** A subnet has one IPv6 range at most, so the old one goes first. Null leaves things as they are. */
    private void settleIpv6(Ec2Client ec2, Subnet subnet, @Nullable String range) throws ProviderException {
        List<SubnetIpv6CidrBlockAssociation> present = SubnetReader.ipv6(subnet);
        if (range == null || present.stream().anyMatch(one -> range.equals(one.ipv6CidrBlock()))) {
            return;
        }
        String id = subnet.subnetId();
        for (SubnetIpv6CidrBlockAssociation old : present) {
            ec2.disassociateSubnetCidrBlock(request -> request.associationId(old.associationId()));
            waiter.until(old.ipv6CidrBlock() + " to leave the subnet " + id, () -> !has(id, old.ipv6CidrBlock()));
        }
        if (!range.isEmpty()) {
            ec2.associateSubnetCidrBlock(request -> request.subnetId(id).ipv6CidrBlock(range));
            waiter.until(range + " to join the subnet " + id, () -> has(id, range));
        }
    }

    private boolean has(String id, String range) {
        return new SubnetReader(session)
                .find(id)
                .filter(subnet -> subnet.ipv6CidrBlockAssociationSet().stream()
                        .anyMatch(one -> range.equals(one.ipv6CidrBlock())
                                && one.ipv6CidrBlockState().state() == SubnetCidrBlockStateCode.ASSOCIATED))
                .isPresent();
    }
}
