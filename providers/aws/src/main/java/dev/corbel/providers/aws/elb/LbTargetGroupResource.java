package dev.corbel.providers.aws.elb;

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
import dev.corbel.providers.aws.resource.Tags;
import java.util.List;
import java.util.Optional;

/** {@code aws_lb_target_group}: what a load balancer sends requests to, and how it knows who is well. */
public final class LbTargetGroupResource extends AwsResourceType {
    static final int MAX_NAME_LENGTH = 32;

    private static final Schema HEALTH_CHECK = Schema.builder()
            .attribute(flag("enabled", true))
            .attribute(number("healthy_threshold", 3)
                    .validatedBy(Validation.between(2, 10))
                    .describedAs("How many checks in a row make a target well."))
            .attribute(number("interval", 30)
                    .validatedBy(Validation.between(5, 300))
                    .describedAs("Seconds between two checks."))
            .attribute(Attribute.optionalComputed("matcher", Type.STRING)
                    .describedAs("The codes of a good answer, such as 200-299."))
            .attribute(Attribute.optionalComputed("path", Type.STRING).describedAs("What is asked for."))
            .attribute(Attribute.optional("port", Type.STRING)
                    .defaultsTo(Value.of("traffic-port"))
                    .validatedBy(Validation.matching("traffic-port|\\d{1,5}", "a port, or traffic-port")))
            .attribute(Attribute.optional("protocol", Type.STRING)
                    .defaultsTo(Value.of("HTTP"))
                    .validatedBy(Validation.oneOf("HTTP", "HTTPS", "TCP")))
            .attribute(Attribute.optionalComputed("timeout", Type.NUMBER)
                    .validatedBy(Validation.between(2, 120))
                    .describedAs("Seconds after which no answer is a bad one."))
            .attribute(number("unhealthy_threshold", 3)
                    .validatedBy(Validation.between(2, 10))
                    .describedAs("How many failed checks in a row make a target unwell."))
            .build();

    private static final Schema STICKINESS = Schema.builder()
            .attribute(Attribute.required("type", Type.STRING)
                    .validatedBy(Validation.oneOf(
                            "lb_cookie", "app_cookie", "source_ip", "source_ip_dest_ip", "source_ip_dest_ip_proto")))
            .attribute(number("cookie_duration", 86400)
                    .validatedBy(Validation.between(1, 604800))
                    .describedAs("Seconds."))
            .attribute(Attribute.optional("cookie_name", Type.STRING)
                    .describedAs("The cookie of the application that app_cookie follows."))
            .attribute(flag("enabled", true))
            .build();

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.optionalComputed("name", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?",
                                    "up to 32 letters, digits and hyphens that begin and end with a letter or digit"))
                            .describedAs("The name, which no other target group of the account has in the region."
                                    + " Left out, one is made up."))
                    .attribute(Attribute.optionalComputed("name_prefix", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "[A-Za-z0-9][A-Za-z0-9-]{0,5}", "up to 6 letters, digits and hyphens"))
                            .describedAs("What a made-up name begins with."))
                    .attribute(Attribute.optional("target_type", Type.STRING)
                            .immutable()
                            .defaultsTo(Value.of("instance"))
                            .validatedBy(Validation.oneOf("instance", "ip", "lambda", "alb")))
                    .attribute(Attribute.optional("port", Type.NUMBER)
                            .immutable()
                            .validatedBy(Validation.between(1, 65535)))
                    .attribute(Attribute.optional("protocol", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.oneOf("HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "GENEVE")))
                    .attribute(Attribute.optionalComputed("protocol_version", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.oneOf("HTTP1", "HTTP2", "GRPC")))
                    .attribute(Attribute.optional("vpc_id", Type.STRING).immutable())
                    .attribute(Attribute.optionalComputed("ip_address_type", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.oneOf("ipv4", "ipv6")))
                    .attribute(Attribute.optional("deregistration_delay", Type.STRING)
                            .defaultsTo(Value.of("300"))
                            .validatedBy(Validation.matching(
                                    "[12]?\\d{1,3}|3[0-5]\\d\\d|3600", "a number of seconds between 0 and 3600"))
                            .describedAs("How many seconds a target that leaves has for what it is about."))
                    .attribute(number("slow_start", 0)
                            .validatedBy(value -> Value.of(0).equals(value)
                                    ? Optional.empty()
                                    : Validation.between(30, 900).problem(value))
                            .describedAs("Seconds over which a new target gets more and more requests; 0 for none."))
                    .attribute(Attribute.optionalComputed("load_balancing_algorithm_type", Type.STRING)
                            .validatedBy(
                                    Validation.oneOf("round_robin", "least_outstanding_requests", "weighted_random")))
                    .attribute(Attribute.optionalComputed("load_balancing_anomaly_mitigation", Type.STRING)
                            .validatedBy(Validation.oneOf("on", "off")))
                    .attribute(Attribute.optionalComputed("load_balancing_cross_zone_enabled", Type.STRING)
                            .validatedBy(Validation.oneOf("true", "false", "use_load_balancer_configuration")))
                    .attribute(Attribute.optionalComputed("connection_termination", Type.BOOLEAN))
                    .attribute(Attribute.optionalComputed("preserve_client_ip", Type.STRING)
                            .validatedBy(Validation.oneOf("true", "false")))
                    .attribute(flag("proxy_protocol_v2", false))
                    .attribute(flag("lambda_multi_value_headers_enabled", false))
                    .block(BlockType.single("health_check", HEALTH_CHECK))
                    .block(BlockType.single("stickiness", STICKINESS))
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The ARN."))
                    .attribute(Attribute.computed("arn", Type.STRING))
                    .attribute(Attribute.computed("arn_suffix", Type.STRING)
                            .describedAs("What CloudWatch knows the target group by."))
                    .attribute(Attribute.computed("load_balancer_arns", Type.set(Type.STRING))))
            .build();

    public LbTargetGroupResource() {
        super("aws_lb_target_group", SCHEMA, TargetGroupOperations::new);
    }

    private static Attribute.Builder flag(String name, boolean initially) {
        return Attribute.optional(name, Type.BOOLEAN).defaultsTo(Value.of(initially));
    }

    private static Attribute.Builder number(String name, long initially) {
        return Attribute.optional(name, Type.NUMBER).defaultsTo(Value.of(initially));
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
    protected List<Diagnostic> problems(MapValue configuration) {
        return TargetGroupPlan.problems(configuration);
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        return TargetGroupPlan.of(request);
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "the targets of a load balancer, with their health check",
                "the ARN",
                "name",
                "`target_failover`, `target_group_health`, `target_health_state`");
    }
}
