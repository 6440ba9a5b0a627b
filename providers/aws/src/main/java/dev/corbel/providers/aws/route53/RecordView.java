package dev.corbel.providers.aws.route53;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.model.GeoLocation;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Records as definitions see them. What says the same in other words stays as the definition has it. */
final class RecordView {
    private RecordView() {}

    /**
     * Shows a record.
     *
     * @param id with the full name
     */
    static ObjectState show(ResourceRecordSet set, RecordId id, MapValue known) {
        boolean alias = set.aliasTarget() != null;
        Value many = known.get("multivalue_answer_routing_policy");
        return new Attributes(Route53RecordResource.SCHEMA)
                .from(known)
                .text("id", RecordId.of(known).text())
                .text("fqdn", id.name())
                .number("ttl", alias ? null : set.ttl())
                .value("records", alias ? Value.ofNull() : records(set, id.type(), new DesiredAttributes(known)))
                .value("alias", alias ? alias(set, new DesiredAttributes(known).block("alias")) : Value.ofNull())
                .textOrNothing("health_check_id", set.healthCheckId())
                .value(
                        "multivalue_answer_routing_policy",
                        Boolean.TRUE.equals(set.multiValueAnswer())
                                ? Value.of(true)
                                : many instanceof BooleanValue ? Value.of(false) : Value.ofNull())
                .flag("allow_overwrite", new DesiredAttributes(known).isTrue("allow_overwrite"))
                .value("failover_routing_policy", policy("type", set.failoverAsString()))
                .value("latency_routing_policy", policy("region", set.regionAsString()))
                .value(
                        "weighted_routing_policy",
                        set.weight() == null
                                ? Value.ofNull()
                                : Value.map(
                                        Map.of("weight", Value.of(set.weight().longValue()))))
                .value("geolocation_routing_policy", place(set.geoLocation()))
                .object();
    }

    private static Value records(ResourceRecordSet set, String type, DesiredAttributes known) {
        List<String> actual = set.resourceRecords().stream()
                .map(ResourceRecord::value)
                .map(value -> RecordSets.plain(value, type))
                .toList();
        Set<String> before = known.texts("records").stream()
                .map(value -> RecordSets.plain(value, type))
                .collect(Collectors.toSet());
        return before.equals(Set.copyOf(actual))
                        && known.attributes().get("records").isWhollyKnown()
                ? known.attributes().get("records")
                : Attributes.setOf(actual.stream().map(Value::of).toList());
    }

    private static Value alias(ResourceRecordSet set, DesiredAttributes known) {
        String actual = set.aliasTarget().dnsName();
        String name = known.attributes()
                .text("name")
                .filter(before -> DomainNames.target(before).equals(DomainNames.target(actual)))
                .orElseGet(() -> DomainNames.target(actual));
        return Value.map(Map.of(
                "name",
                Value.of(name),
                "zone_id",
                Value.of(set.aliasTarget().hostedZoneId()),
                "evaluate_target_health",
                Value.of(Boolean.TRUE.equals(set.aliasTarget().evaluateTargetHealth()))));
    }

    private static Value policy(String name, @Nullable String value) {
        return value == null ? Value.ofNull() : Value.map(Map.of(name, Value.of(value)));
    }

    private static Value place(@Nullable GeoLocation location) {
        if (location == null) {
            return Value.ofNull();
        }
        Map<String, Value> place = new LinkedHashMap<>();
        place.put("continent", text(location.continentCode()));
        place.put("country", text(location.countryCode()));
        place.put("subdivision", text(location.subdivisionCode()));
        return new MapValue(place);
    }

    private static Value text(@Nullable String text) {
        return text == null ? Value.ofNull() : Value.of(text);
    }
}
