package dev.corbel.providers.aws.route53;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Reads records: a few of a zone one by one, many of them with the pages of the zone. */
final class RecordReader {
    /** More than these, and the zone is listed. */
    private static final int FEW = 3;

    private final AwsSession session;
    private final Route53Client route53;

    RecordReader(AwsSession session) {
        this.session = session;
        this.route53 = Route53.client(session);
    }

    /** The records of those zones of which many are asked for. Zones that are gone have none. */
    Map<String, Map<RecordId, ResourceRecordSet>> listed(List<MapValue> asked) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        asked.forEach(
                attributes -> counts.merge(new DesiredAttributes(attributes).required("zone_id"), 1, Integer::sum));
        List<String> zones = counts.entrySet().stream()
                .filter(count -> count.getValue() > FEW)
                .map(Map.Entry::getKey)
                .toList();
        List<Map<RecordId, ResourceRecordSet>> lists = session.batch().each(zones, this::all);
        Map<String, Map<RecordId, ResourceRecordSet>> byZone = new HashMap<>();
        for (int i = 0; i < zones.size(); i++) {
            byZone.put(zones.get(i), lists.get(i));
        }
        return byZone;
    }

    /** All records of a zone, by their ids with full names. */
    Map<RecordId, ResourceRecordSet> all(String zone) {
        List<ResourceRecordSet> sets = Route53.ifFound(
                        () -> route53
                                .listResourceRecordSetsPaginator(request -> request.hostedZoneId(zone))
                                .resourceRecordSets()
                                .stream()
                                .toList())
                .orElse(List.of());
        Map<RecordId, ResourceRecordSet> byId = new LinkedHashMap<>();
        sets.forEach(set -> byId.put(id(zone, set), set));
        return byId;
    }

    private static RecordId id(String zone, ResourceRecordSet set) {
        return new RecordId(zone, DomainNames.plain(set.name()), set.typeAsString(), set.setIdentifier());
    }

    /** One record, by its id with the full name; empty where it, or its zone, is not there. */
    Optional<ResourceRecordSet> find(RecordId id) {
        ListResourceRecordSetsRequest.Builder request = ListResourceRecordSetsRequest.builder()
                .hostedZoneId(id.zone())
                .startRecordName(id.name())
                .startRecordType(id.type());
        if (id.set() == null) {
            request.maxItems("1");
        } else {
            request.startRecordIdentifier(id.set());
        }
        return Route53.ifFound(() -> route53.listResourceRecordSets(request.build()))
                .flatMap(answer -> answer.resourceRecordSets().stream()
                        .filter(set -> id.equals(id(id.zone(), set)))
                        .findFirst());
    }

    /** The domain of a zone; empty where there is no such zone. */
    Optional<String> domain(String zone) {
        return new ZoneReader(session)
                .find(zone)
                .map(found -> DomainNames.plain(found.hostedZone().name()));
    }

    /** Those of some ids that every zone begins with: its name servers and its authority. */
    Set<String> ofZones(List<String> ids) {
        return ids.stream()
                .filter(id -> RecordId.parse(id).filter(this::isOfZone).isPresent())
                .collect(Collectors.toSet());
    }

    private boolean isOfZone(RecordId id) {
        return switch (id.type()) {
            case "SOA" -> true;
            case "NS" ->
                domain(id.zone())
                        .filter(domain -> DomainNames.plain(domain).equals(DomainNames.plain(id.name())))
                        .isPresent();
            default -> false;
        };
    }

    List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (String zone : new ZoneReader(session).all().keySet()) {
            all(zone).keySet().forEach(id -> ids.add(id.text()));
        }
        return ids;
    }
}
