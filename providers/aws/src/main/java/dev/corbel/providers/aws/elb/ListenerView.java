package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.MutualAuthenticationAttributes;

/** Listeners as AWS describes them and as definitions see them. */
final class ListenerView implements ElbReader.Kind<Listener> {
    private static final String OFF = "off";

    @Override
    public String arn(Listener listener) {
        return listener.listenerArn();
    }

    @Override
    public List<Listener> describe(ElasticLoadBalancingV2Client elb, List<String> arns) {
        return elb.describeListeners(request -> request.listenerArns(arns)).listeners();
    }

    static ObjectState show(AwsSession session, Described<Listener> described, MapValue known) {
        Listener listener = described.object();
        Attributes attributes = new Attributes(LbListenerResource.SCHEMA)
                .from(known)
                .text("id", listener.listenerArn())
                .text("arn", listener.listenerArn())
                .text("load_balancer_arn", listener.loadBalancerArn())
                .number("port", listener.port())
                .textOrNothing("protocol", listener.protocolAsString())
                .textOrNothing("ssl_policy", listener.sslPolicy())
                .text(
                        "certificate_arn",
                        listener.certificates().stream()
                                .findFirst()
                                .map(Certificate::certificateArn)
                                .orElse(null))
                .text("alpn_policy", listener.alpnPolicy().stream().findFirst().orElse(null))
                .value(
                        "default_action",
                        ActionView.show(
                                listener.defaultActions(), new DesiredAttributes(known).blocks("default_action")))
                .value("mutual_authentication", mutualAuthentication(listener.mutualAuthentication(), known));
        Tags.show(attributes, described.tags(), known, session);
        return attributes.object();
    }

    /** Switched off explicitly where the definition says nothing, so that taking the block away has an effect. */
    static @Nullable MutualAuthenticationAttributes mutualAuthentication(DesiredAttributes desired) {
        DesiredAttributes block = desired.block("mutual_authentication");
        String mode = block.text("mode");
        String protocol = desired.text("protocol");
        if (mode == null) {
            return "HTTPS".equals(protocol)
                    ? MutualAuthenticationAttributes.builder().mode(OFF).build()
                    : null;
        }
        boolean verify = mode.equals("verify");
        return MutualAuthenticationAttributes.builder()
                .mode(mode)
                .trustStoreArn(block.text("trust_store_arn"))
                .ignoreClientCertificateExpiry(verify ? block.flag("ignore_client_certificate_expiry") : null)
                .advertiseTrustStoreCaNames(verify ? block.text("advertise_trust_store_ca_names") : null)
                .build();
    }

    private static Value mutualAuthentication(@Nullable MutualAuthenticationAttributes actual, MapValue known) {
        String mode = actual == null ? OFF : actual.mode();
        Value before = known.get("mutual_authentication");
        if (OFF.equals(mode)) {
            return before.unmarked() instanceof MapValue block && block.isWhollyKnown()
                    ? block.with("mode", Value.of(OFF))
                    : before.isNull() ? Value.ofNull() : block(mode, actual);
        }
        return block(mode, actual);
    }

    private static Value block(String mode, @Nullable MutualAuthenticationAttributes actual) {
        Map<String, Value> block = new LinkedHashMap<>();
        block.put("mode", Value.of(mode));
        block.put("trust_store_arn", text(actual == null ? null : actual.trustStoreArn()));
        block.put(
                "ignore_client_certificate_expiry",
                Value.of(actual != null && Boolean.TRUE.equals(actual.ignoreClientCertificateExpiry())));
        block.put(
                "advertise_trust_store_ca_names",
                text(actual == null ? null : actual.advertiseTrustStoreCaNamesAsString()));
        return new MapValue(block);
    }

    private static Value text(@Nullable String text) {
        return text == null ? Value.ofNull() : Value.of(text);
    }
}
