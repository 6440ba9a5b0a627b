package dev.corbel.providers.aws.route53;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.call.Waiter;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** All records of a zone but those that every zone has. */
record ZoneContents(AwsSession session, String zone) {
    private static final int BATCH = 100;

    void delete(Waiter waiter) throws ProviderException {
        Route53Client route53 = Route53.client(session);
        Optional<GetHostedZoneResponse> found = new ZoneReader(session).find(zone);
        if (found.isEmpty()) {
            return;
        }
        String domain = DomainNames.plain(found.get().hostedZone().name());
        List<Change> deletions =
                route53
                        .listResourceRecordSetsPaginator(request -> request.hostedZoneId(zone))
                        .resourceRecordSets()
                        .stream()
                        .filter(set -> !isOfEveryZone(set, domain))
                        .map(set -> Change.builder()
                                .action(ChangeAction.DELETE)
                                .resourceRecordSet(set)
                                .build())
                        .toList();
        for (int start = 0; start < deletions.size(); start += BATCH) {
            List<Change> some = deletions.subList(start, Math.min(deletions.size(), start + BATCH));
            waiter.whileRefused(
                    Route53.BUSY,
                    () -> route53.changeResourceRecordSets(
                            request -> request.hostedZoneId(zone).changeBatch(batch -> batch.changes(some))));
        }
    }

    private static boolean isOfEveryZone(ResourceRecordSet set, String domain) {
        return (set.type() == RRType.NS || set.type() == RRType.SOA)
                && DomainNames.plain(set.name()).equals(domain);
    }
}
