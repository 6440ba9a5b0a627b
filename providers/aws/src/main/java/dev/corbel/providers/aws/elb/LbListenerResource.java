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
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code aws_lb_listener}: a port that a load balancer listens at, and what it does by default. */
public final class LbListenerResource extends AwsResourceType {
    private static final Schema MUTUAL_AUTHENTICATION = Schema.builder()
            .attribute(Attribute.required("mode", Type.STRING)
                    .validatedBy(Validation.oneOf("off", "passthrough", "verify")))
            .attribute(Attribute.optional("trust_store_arn", Type.STRING))
            .attribute(Attribute.optional("ignore_client_certificate_expiry", Type.BOOLEAN)
                    .defaultsTo(Value.of(false)))
            .attribute(Attribute.optionalComputed("advertise_trust_store_ca_names", Type.STRING)
                    .validatedBy(Validation.oneOf("on", "off")))
            .build();

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(
                            Attribute.required("load_balancer_arn", Type.STRING).immutable())
                    .attribute(Attribute.optional("port", Type.NUMBER)
                            .validatedBy(Validation.between(1, 65535))
                            .describedAs("Not for gateway load balancers."))
                    .attribute(Attribute.optionalComputed("protocol", Type.STRING)
                            .guarded()
                            .validatedBy(Validation.oneOf("HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP"))
                            .describedAs("HTTP where a port is given and nothing else."))
                    .attribute(Attribute.optionalComputed("ssl_policy", Type.STRING)
                            .guarded()
                            .describedAs("Which versions and ciphers of TLS are taken."))
                    .attribute(Attribute.optional("certificate_arn", Type.STRING)
                            .describedAs("What an HTTPS or TLS listener shows."))
                    .attribute(Attribute.optional("alpn_policy", Type.STRING)
                            .validatedBy(Validation.oneOf(
                                    "HTTP1Only", "HTTP2Only", "HTTP2Optional", "HTTP2Preferred", "None")))
                    .block(BlockType.list("default_action", ActionBlocks.ACTION).times(1, Integer.MAX_VALUE))
                    .block(BlockType.single("mutual_authentication", MUTUAL_AUTHENTICATION))
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The ARN."))
                    .attribute(Attribute.computed("arn", Type.STRING)))
            .build();

    public LbListenerResource() {
        super("aws_lb_listener", SCHEMA, ListenerOperations::new);
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.TAG;
    }

    @Override
    public int readBatchSize() {
        return Elb.BATCH;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of("create", Duration.ofMinutes(5), "update", Duration.ofMinutes(5));
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        return ActionBlocks.problems(configuration, "default_action");
    }

    /** What AWS chooses by the protocol goes with it. */
    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = Forwarding.keepSame(request.proposed(), request.prior(), "default_action");
        if (request.prior() instanceof MapValue prior
                && new DesiredAttributes(planned).changes("protocol", new DesiredAttributes(prior))
                && request.configuration().get("ssl_policy").isNull()) {
            planned = planned.with("ssl_policy", Value.unknown());
        }
        return new PlannedObject(planned, Set.of());
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return ListenerFacts.of(attributes);
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a port on which a load balancer listens",
                "the ARN",
                "tag",
                "`authenticate_cognito`, `authenticate_oidc`, `tcp_idle_timeout_seconds`,"
                        + " `routing_http_…` headers");
    }
}
