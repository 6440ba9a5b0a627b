package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code aws_lb}: a load balancer for HTTP (application), for connections (network), or for appliances (gateway). */
public final class LbResource extends AwsResourceType {
    static final int MAX_NAME_LENGTH = 32;

    private static final Schema LOGS = Schema.builder()
            .attribute(Attribute.required("bucket", Type.STRING).describedAs("The bucket that takes the logs."))
            .attribute(flag("enabled", false))
            .attribute(Attribute.optional("prefix", Type.STRING).describedAs("What the names of the logs begin with."))
            .build();

    private static final Schema SUBNET_MAPPING = Schema.builder()
            .attribute(Attribute.required("subnet_id", Type.STRING))
            .attribute(Attribute.optional("allocation_id", Type.STRING)
                    .describedAs("The Elastic IP address of a network load balancer in this subnet."))
            .attribute(Attribute.optional("private_ipv4_address", Type.STRING))
            .attribute(Attribute.optional("ipv6_address", Type.STRING))
            .attribute(Attribute.computed("outpost_id", Type.STRING))
            .build();

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.optionalComputed("name", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?",
                                    "up to 32 letters, digits and hyphens that begin and end with a letter or digit,"
                                            + " and not with \"internal-\""))
                            .describedAs("The name, which no other load balancer of the account has in the region."
                                    + " Left out, one is made up."))
                    .attribute(Attribute.optionalComputed("name_prefix", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "[A-Za-z0-9][A-Za-z0-9-]{0,5}", "up to 6 letters, digits and hyphens"))
                            .describedAs("What a made-up name begins with."))
                    .attribute(Attribute.optional("load_balancer_type", Type.STRING)
                            .immutable()
                            .defaultsTo(Value.of(LoadBalancerKeys.APPLICATION))
                            .validatedBy(Validation.oneOf(
                                    LoadBalancerKeys.APPLICATION, LoadBalancerKeys.NETWORK, LoadBalancerKeys.GATEWAY)))
                    .attribute(Attribute.optionalComputed("internal", Type.BOOLEAN)
                            .immutable()
                            .describedAs("Whether it has private addresses only."))
                    .attribute(Attribute.optionalComputed("ip_address_type", Type.STRING)
                            .validatedBy(Validation.oneOf("ipv4", "dualstack", "dualstack-without-public-ipv4")))
                    .attribute(Attribute.optionalComputed("security_groups", Type.set(Type.STRING)))
                    .attribute(Attribute.optionalComputed("subnets", Type.set(Type.STRING))
                            .describedAs("A subnet for each zone."))
                    .block(BlockType.set("subnet_mapping", SUBNET_MAPPING))
                    .attribute(Attribute.optional("customer_owned_ipv4_pool", Type.STRING)
                            .immutable())
                    .attribute(Attribute.optionalComputed(
                                    "enforce_security_group_inbound_rules_on_private_link_traffic", Type.STRING)
                            .validatedBy(Validation.oneOf("on", "off")))
                    .attribute(number("client_keep_alive", 3600).validatedBy(Validation.between(60, 604800)))
                    .attribute(text("desync_mitigation_mode", "defensive")
                            .validatedBy(Validation.oneOf("monitor", "defensive", "strictest")))
                    .attribute(text("dns_record_client_routing_policy", "any_availability_zone")
                            .validatedBy(Validation.oneOf(
                                    "any_availability_zone",
                                    "availability_zone_affinity",
                                    "partial_availability_zone_affinity")))
                    .attribute(flag("drop_invalid_header_fields", false))
                    .attribute(flag("enable_cross_zone_load_balancing", false)
                            .describedAs("Application load balancers always balance across zones."))
                    .attribute(flag("enable_deletion_protection", false))
                    .attribute(flag("enable_http2", true))
                    .attribute(flag("enable_tls_version_and_cipher_suite_headers", false))
                    .attribute(flag("enable_waf_fail_open", false))
                    .attribute(flag("enable_xff_client_port", false))
                    .attribute(flag("enable_zonal_shift", false))
                    .attribute(number("idle_timeout", 60).validatedBy(Validation.between(1, 4000)))
                    .attribute(flag("preserve_host_header", false))
                    .attribute(text("xff_header_processing_mode", "append")
                            .validatedBy(Validation.oneOf("append", "preserve", "remove")))
                    .block(BlockType.single("access_logs", LOGS))
                    .block(BlockType.single("connection_logs", LOGS))
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The ARN."))
                    .attribute(Attribute.computed("arn", Type.STRING))
                    .attribute(Attribute.computed("arn_suffix", Type.STRING)
                            .describedAs("What CloudWatch knows the load balancer by."))
                    .attribute(Attribute.computed("dns_name", Type.STRING))
                    .attribute(Attribute.computed("zone_id", Type.STRING)
                            .describedAs("The zone of Route 53 that the DNS name is in, for aliases."))
                    .attribute(Attribute.computed("vpc_id", Type.STRING)))
            .build();

    public LbResource() {
        super("aws_lb", SCHEMA, LoadBalancerOperations::new);
    }

    private static Attribute.Builder flag(String name, boolean initially) {
        return Attribute.optional(name, Type.BOOLEAN).defaultsTo(Value.of(initially));
    }

    private static Attribute.Builder number(String name, long initially) {
        return Attribute.optional(name, Type.NUMBER).defaultsTo(Value.of(initially));
    }

    private static Attribute.Builder text(String name, String initially) {
        return Attribute.optional(name, Type.STRING).defaultsTo(Value.of(initially));
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NATURAL_KEY;
    }

    @Override
    public int readBatchSize() {
        return Elb.BATCH;
    }

    @Override
    public Map<String, Duration> timeouts() {
        Duration tenMinutes = Duration.ofMinutes(10);
        return Map.of("create", tenMinutes, "update", tenMinutes, "delete", tenMinutes);
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        List<Diagnostic> problems =
                new ArrayList<>(ConflictsWith.problems(configuration, List.of(List.of("name", "name_prefix"))));
        configuration
                .text("load_balancer_type")
                .ifPresent(kind -> problems.addAll(
                        LoadBalancerKeys.ALL.problems(kind, "a load balancer of the type " + kind, configuration)));
        problems.addAll(LoadBalancerPlan.problems(configuration));
        return problems;
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        return LoadBalancerPlan.of(request);
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return List.of(new Fact.Reachable(!new DesiredAttributes(attributes).isTrue("internal")));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a load balancer: application, network or gateway",
                "the ARN",
                "name",
                "`ipam_pools`, `minimum_load_balancer_capacity`");
    }
}
