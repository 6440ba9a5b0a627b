package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.Waiter;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockStateCode;
import software.amazon.awssdk.services.ec2.model.VpcIpv6CidrBlockAssociation;

/** Gives a VPC its IPv6 range, or takes it away. */
record VpcIpv6(AwsSession session, Waiter waiter) {

    /** Brings the range about that the definition asks for, and waits until it is settled. */
    void settle(String id, DesiredAttributes desired) throws ProviderException {
        boolean asked = desired.isTrue("assign_generated_ipv6_cidr_block");
        Ec2Client ec2 = Ec2.client(session);
        List<VpcIpv6CidrBlockAssociation> present = present(id);
        if (asked && present.isEmpty()) {
            ec2.associateVpcCidrBlock(request -> request.vpcId(id)
                    .amazonProvidedIpv6CidrBlock(true)
                    .ipv6CidrBlockNetworkBorderGroup(desired.text("ipv6_cidr_block_network_border_group")));
        } else if (!asked) {
            present.forEach(association ->
                    ec2.disassociateVpcCidrBlock(request -> request.associationId(association.associationId())));
        }
        waiter.until("the IPv6 range of " + id, () -> isSettled(id, asked));
    }

    private boolean isSettled(String id, boolean asked) {
        List<VpcIpv6CidrBlockAssociation> present = present(id);
        return asked
                ? present.stream().anyMatch(one -> one.ipv6CidrBlockState().state() == VpcCidrBlockStateCode.ASSOCIATED)
                : present.isEmpty();
    }

    /** All but those that are gone. */
    private List<VpcIpv6CidrBlockAssociation> present(String id) {
        return new VpcReader(session)
                .vpc(id).map(Vpc::ipv6CidrBlockAssociationSet).orElse(List.of()).stream()
                        .filter(one -> one.ipv6CidrBlockState().state() != VpcCidrBlockStateCode.DISASSOCIATED)
                        .toList();
    }
}
