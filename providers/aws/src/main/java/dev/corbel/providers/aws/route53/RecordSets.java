package dev.corbel.providers.aws.route53;

import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.GeoLocation;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Records as Route 53 takes them. */
final class RecordSets {
    private static final Set<String> QUOTED = Set.of("TXT", "SPF");

    private RecordSets() {}

    static ResourceRecordSet of(DesiredAttributes desired, RecordId id) {
        ResourceRecordSet.Builder set = ResourceRecordSet.builder()
                .name(id.name())
                .type(id.type())
                .setIdentifier(id.set())
                .healthCheckId(desired.text("health_check_id"))
                .multiValueAnswer(desired.isTrue("multivalue_answer_routing_policy") ? true : null)
                .failover(desired.block("failover_routing_policy").text("type"))
                .region(desired.block("latency_routing_policy").text("region"));
        Integer weight = desired.block("weighted_routing_policy").number("weight");
        if (weight != null) {
            set.weight(weight.longValue());
        }
        if (!desired.attributes().get("geolocation_routing_policy").isNull()) {
            DesiredAttributes place = desired.block("geolocation_routing_policy");
            set.geoLocation(GeoLocation.builder()
                    .continentCode(place.text("continent"))
                    .countryCode(place.text("country"))
                    .subdivisionCode(place.text("subdivision"))
                    .build());
        }
        if (desired.attributes().get("alias").isNull()) {
            Integer ttl = desired.number("ttl");
            return set.ttl(ttl == null ? null : Long.valueOf(ttl))
                    .resourceRecords(records(desired.texts("records"), id.type()))
                    .build();
        }
        DesiredAttributes alias = desired.block("alias");
        return set.aliasTarget(AliasTarget.builder()
                        .dnsName(alias.required("name"))
                        .hostedZoneId(alias.required("zone_id"))
                        .evaluateTargetHealth(alias.isTrue("evaluate_target_health"))
                        .build())
                .build();
    }

    private static List<ResourceRecord> records(List<String> texts, String type) {
        return texts.stream()
                .map(text -> ResourceRecord.builder()
                        .value(QUOTED.contains(type) ? quoted(text) : text)
                        .build())
                .toList();
    }

    private static String quoted(String text) {
        return isQuoted(text) ? text : "\"" + text + "\"";
    }

    private static boolean isQuoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    }

    /** A text record without the quotes around it, which definitions leave out. */
    static String plain(String value, String type) {
        return QUOTED.contains(type) && isQuoted(value) ? value.substring(1, value.length() - 1) : value;
    }
}
