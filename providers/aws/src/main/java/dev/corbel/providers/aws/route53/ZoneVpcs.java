package dev.corbel.providers.aws.route53;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.Waiter;
import java.util.List;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.VPC;

/** The VPCs that see a private zone. New ones come before old ones go, since one must always be left. */
record ZoneVpcs(AwsSession session, String zone, Waiter waiter) {

    void settle(List<DesiredAttributes> blocks) throws ProviderException {
        List<VPC> desired = blocks.stream()
                .map(block -> new ZoneVpc(block, session.region()).sdk())
                .toList();
        if (desired.isEmpty()) {
            return;
        }
        Route53Client route53 = Route53.client(session);
        List<VPC> actual = new ZoneReader(session)
                .find(zone)
                .map(GetHostedZoneResponse::vpCs)
                .orElse(List.of());
        for (VPC vpc : desired) {
            if (!actual.contains(vpc)) {
                Route53.awaitSync(
                        session,
                        waiter.whileRefused(
                                        Route53.BUSY,
                                        () -> route53.associateVPCWithHostedZone(
                                                call -> call.hostedZoneId(zone).vpc(vpc)))
                                .changeInfo(),
                        waiter);
            }
        }
        for (VPC vpc : actual) {
            if (!desired.contains(vpc)) {
                Route53.awaitSync(
                        session,
                        waiter.whileRefused(
                                        Route53.BUSY,
                                        () -> route53.disassociateVPCFromHostedZone(
                                                call -> call.hostedZoneId(zone).vpc(vpc)))
                                .changeInfo(),
                        waiter);
            }
        }
    }
}
