package dev.corbel.providers.aws.route53;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code aws_route53_record}: what a zone answers for a name. */
public final class Route53RecordResource extends AwsResourceType {
    /** A page of a zone. */
    static final int BATCH = 300;

    static final List<String> TYPES = List.of(
            "A", "AAAA", "CAA", "CNAME", "DS", "HTTPS", "MX", "NAPTR", "NS", "PTR", "SOA", "SPF", "SRV", "SSHFP",
            "SVCB", "TLSA", "TXT");

    static final List<String> POLICIES = List.of(
            "failover_routing_policy",
            "geolocation_routing_policy",
            "latency_routing_policy",
            "weighted_routing_policy");

    private static final String RECORDS = "records";

    private static final Schema ALIAS = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING)
                    .comparedAs(DomainNames.TARGET)
                    .describedAs("Such as the dns_name of a load balancer."))
            .attribute(Attribute.required("zone_id", Type.STRING).describedAs("The zone that the target is in."))
            .attribute(Attribute.required("evaluate_target_health", Type.BOOLEAN))
            .build();

    private static final Schema FAILOVER = Schema.builder()
            .attribute(Attribute.required("type", Type.STRING).validatedBy(Validation.oneOf("PRIMARY", "SECONDARY")))
            .build();

    private static final Schema GEOLOCATION = Schema.builder()
            .attribute(Attribute.optional("continent", Type.STRING))
            .attribute(Attribute.optional("country", Type.STRING))
            .attribute(Attribute.optional("subdivision", Type.STRING))
            .build();

    private static final Schema LATENCY = Schema.builder()
            .attribute(Attribute.required("region", Type.STRING))
            .build();

    private static final Schema WEIGHTED = Schema.builder()
            .attribute(Attribute.required("weight", Type.NUMBER).validatedBy(Validation.between(0, 255)))
            .build();

    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("zone_id", Type.STRING).immutable())
            .attribute(Attribute.required("name", Type.STRING)
                    .comparedAs(DomainNames.PLAIN)
                    .immutable()
                    .describedAs("The name, with or without that of the zone."))
            .attribute(Attribute.required("type", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.oneOf(TYPES.toArray(String[]::new))))
            .attribute(Attribute.optional("ttl", Type.NUMBER)
                    .validatedBy(Validation.between(0, 2147483647))
                    .describedAs("For how many seconds an answer may be kept."))
            .attribute(Attribute.optional("records", Type.set(Type.STRING)).describedAs("The answers."))
            .attribute(Attribute.optional("set_identifier", Type.STRING)
                    .immutable()
                    .describedAs("Tells records of one name and type apart."))
            .attribute(Attribute.optional("health_check_id", Type.STRING))
            .attribute(Attribute.optional("multivalue_answer_routing_policy", Type.BOOLEAN))
            .attribute(Attribute.optional("allow_overwrite", Type.BOOLEAN)
                    .defaultsTo(Value.of(false))
                    .describedAs("Whether a record that is there already is replaced."))
            .block(BlockType.single("alias", ALIAS))
            .block(BlockType.single("failover_routing_policy", FAILOVER))
            .block(BlockType.single("geolocation_routing_policy", GEOLOCATION))
            .block(BlockType.single("latency_routing_policy", LATENCY))
            .block(BlockType.single("weighted_routing_policy", WEIGHTED))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("ZONE_name_TYPE, and _set_identifier."))
            .attribute(Attribute.computed("fqdn", Type.STRING).describedAs("The name with that of the zone."))
            .build();

    public Route53RecordResource() {
        super("aws_route53_record", SCHEMA, RecordOperations::new);
    }

    /** Records carry no mark; but setting one twice is setting it once. */
    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.CLIENT_TOKEN;
    }

    /** A list has full names, where the id has the name as it was written. */
    @Override
    public Optional<String> listedId(MapValue attributes) {
        return attributes.text("zone_id").isPresent()
                ? attributes
                        .text("fqdn")
                        .map(name -> RecordId.of(attributes).named(name).text())
                : Optional.empty();
    }

    @Override
    public int readBatchSize() {
        return BATCH;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Route53ZoneResource.TIMEOUTS;
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        List<Diagnostic> problems = new ArrayList<>();
        boolean alias = !configuration.get("alias").isNull();
        if (alias && isSaid(configuration, "records")) {
            problems.add(Diagnostic.error(
                    "alias conflicts with records", "A record has answers of its own, or those of another."));
        } else if (!alias && configuration.get("records").isNull()) {
            problems.add(Diagnostic.error("The record has no answers", "Set records and ttl, or write a block alias."));
        } else if (!alias && configuration.get("ttl").isNull()) {
            problems.add(Diagnostic.error("ttl is missing", "Records that are no alias need it."));
        } else if (alias && isSaid(configuration, "ttl")) {
            problems.add(Diagnostic.error("alias conflicts with ttl", "An alias has the ttl of its target."));
        }
        problems.addAll(policyProblems(configuration));
        return problems;
    }

    private static List<Diagnostic> policyProblems(MapValue configuration) {
        List<String> policies = POLICIES.stream()
                .filter(name -> !configuration.get(name).isNull())
                .toList();
        if (policies.size() > 1) {
            return List.of(Diagnostic.error(ConflictsWith.summary(policies), "A record has one routing policy."));
        }
        return !policies.isEmpty() && configuration.get("set_identifier").isNull()
                ? List.of(Diagnostic.error(
                        "set_identifier is missing", "A record with a routing policy is one of several of its name."))
                : List.of();
    }

    private static boolean isSaid(MapValue configuration, String name) {
        Value value = configuration.get(name);
        return !value.isNull() && !value.isUnknown();
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = keepAnswers(request);
        boolean known = List.of("zone_id", "name", "type", "set_identifier").stream()
                .allMatch(name -> planned.get(name).isWhollyKnown());
        return new PlannedObject(
                planned.with("id", known ? Value.of(RecordId.of(planned).text()) : Value.unknown()), Set.of());
    }

    /** Answers are compared without the quotes that texts may have, and in the order that sets have. */
    private static MapValue keepAnswers(PlanRequest request) {
        MapValue planned = request.proposed();
        Optional<String> type = planned.text("type");
        boolean same = request.prior() instanceof MapValue prior
                && planned.get(RECORDS).isWhollyKnown()
                && type.isPresent()
                && plain(planned, type.get()).equals(plain(prior, type.get()));
        return same ? planned.with(RECORDS, ((MapValue) request.prior()).get(RECORDS)) : planned;
    }

    private static Set<String> plain(MapValue attributes, String type) {
        return new DesiredAttributes(attributes)
                .texts(RECORDS).stream()
                        .map(text -> RecordSets.plain(text, type))
                        .collect(Collectors.toSet());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a record set of a hosted zone",
                "`ZONE_name_TYPE`, or with `_SET`",
                "setting it again",
                "`cidr_routing_policy`, `geoproximity_routing_policy`; a change of `type` replaces");
    }
}
