package dev.corbel.providers.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;

class ListenerOperationsTest {
    private static final MapValue HTTP = Values.map("id", "arn", "port", 80, "protocol", "HTTP");
    private static final MapValue TLS =
            Values.map("id", "arn", "port", 443, "protocol", "TLS", "alpn_policy", "HTTP2Only");

    private static ModifyListenerRequest modification(MapValue prior, MapValue planned) {
        return ListenerOperations.modification(new DesiredAttributes(prior), new DesiredAttributes(planned));
    }

    @Test
    void alpnIsAMatterOfListenersThatHaveIt() {
        assertThat(modification(HTTP, HTTP).hasAlpnPolicy()).isFalse();
        assertThat(modification(TLS, TLS).alpnPolicy()).isEqualTo(List.of("HTTP2Only"));
        assertThat(modification(TLS, HTTP).hasAlpnPolicy()).isTrue();
        assertThat(modification(TLS, HTTP).alpnPolicy()).isEmpty();
    }
}
