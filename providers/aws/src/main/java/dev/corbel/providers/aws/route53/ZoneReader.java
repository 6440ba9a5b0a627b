package dev.corbel.providers.aws.route53;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.VPC;

/**
 * Reads zones. The list tells all of a public zone but its name servers, which never change; where they are known a
 * batch needs no call for the single zone.
 */
final class ZoneReader {
    private final AwsSession session;
    private final Route53Client route53;

    ZoneReader(AwsSession session) {
        this.session = session;
        this.route53 = Route53.client(session);
    }

    /** All zones by id, page by page. */
    Map<String, HostedZone> all() {
        Map<String, HostedZone> zones = new LinkedHashMap<>();
        route53.listHostedZonesPaginator().hostedZones().forEach(zone -> zones.put(Route53.plainId(zone.id()), zone));
        return zones;
    }

    Optional<GetHostedZoneResponse> find(String id) {
        return Route53.ifFound(() -> route53.getHostedZone(request -> request.id(id)));
    }

    /** The zone that an operation created: it is the caller's reference. */
    Optional<HostedZone> createdBy(String token, String name) {
        return route53.listHostedZonesByName(request -> request.dnsName(name)).hostedZones().stream()
                .filter(zone -> token.equals(zone.callerReference()))
                .findFirst();
    }

    /** A zone as the list has it; empty where only a call for the zone itself tells the rest. */
    Optional<ObjectState> showListed(HostedZone zone, Map<String, String> tags, MapValue known) {
        boolean isPrivate = Boolean.TRUE.equals(zone.config().privateZone());
        boolean complete = known.get("name_servers") instanceof ListValue servers
                && servers.isWhollyKnown()
                && !servers.elements().isEmpty();
        if (isPrivate || !complete) {
            return Optional.empty();
        }
        return Optional.of(
                attributes(zone, tags, known).value("vpc", Value.list()).object());
    }

    /** A zone of which no more is known than that it has been made. */
    ObjectState showNew(HostedZone zone, MapValue known) {
        Value vpcs = known.get("vpc");
        return attributes(zone, Map.of(), known)
                .value("vpc", vpcs.isWhollyKnown() ? vpcs : ListValue.EMPTY)
                .object();
    }

    ObjectState show(GetHostedZoneResponse answer, Map<String, String> tags, MapValue known) {
        List<String> servers = answer.delegationSet() == null
                ? nameServers(answer.hostedZone())
                : answer.delegationSet().nameServers();
        String set =
                answer.delegationSet() == null ? null : answer.delegationSet().id();
        return attributes(answer.hostedZone(), tags, known)
                .value(
                        "vpc",
                        Attributes.setOf(
                                answer.vpCs().stream().map(ZoneReader::vpc).toList()))
                .texts("name_servers", servers.stream().sorted().toList())
                .text("primary_name_server", servers.stream().findFirst().orElse(null))
                .textOrNothing("delegation_set_id", set == null ? null : Route53.plainId(set))
                .object();
    }

    private static MapValue vpc(VPC vpc) {
        return new MapValue(Map.of("vpc_id", Value.of(vpc.vpcId()), "vpc_region", Value.of(vpc.vpcRegionAsString())));
    }

    /** Those of a private zone stand in a record alone. */
    private List<String> nameServers(HostedZone zone) {
        return route53
                .listResourceRecordSets(request -> request.hostedZoneId(Route53.plainId(zone.id()))
                        .startRecordName(zone.name())
                        .startRecordType(RRType.NS)
                        .maxItems("1"))
                .resourceRecordSets()
                .stream()
                .filter(set -> set.type() == RRType.NS)
                .map(ResourceRecordSet::resourceRecords)
                .flatMap(List::stream)
                .map(ResourceRecord::value)
                .toList();
    }

    private Attributes attributes(HostedZone zone, Map<String, String> tags, MapValue known) {
        String id = Route53.plainId(zone.id());
        String comment = zone.config() == null ? null : zone.config().comment();
        String name = known.text("name")
                .filter(text -> DomainNames.plain(text).equals(DomainNames.plain(zone.name())))
                .orElseGet(() -> DomainNames.plain(zone.name()));
        Attributes attributes = new Attributes(Route53ZoneResource.SCHEMA)
                .from(known)
                .text("id", id)
                .text("zone_id", id)
                .text("arn", "arn:" + session.partition() + ":route53:::hostedzone/" + id)
                .text("name", name)
                .text("comment", comment == null ? "" : comment)
                .flag("force_destroy", Value.of(true).equals(known.get("force_destroy")));
        Tags.show(attributes, tags, known, session);
        return attributes;
    }
}
