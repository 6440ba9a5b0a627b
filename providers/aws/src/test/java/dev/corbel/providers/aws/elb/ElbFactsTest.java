package dev.corbel.providers.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.FactTexts;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElbFactsTest {
    private static final String PLAIN = " at protocol: answers in plain text";

    private final LbListenerResource listener = new LbListenerResource();

    @Test
    void aLoadBalancerIsAnEntranceUnlessItIsInternal() {
        assertThat(FactTexts.of(new LbResource(), "internal", false)).containsExactly("reachable by everybody");
        assertThat(FactTexts.of(new LbResource(), "internal", Value.unknown()))
                .containsExactly("reachable by everybody");
        assertThat(FactTexts.of(new LbResource(), "internal", Value.sensitive(Value.of(true))))
                .containsExactly("reachable");
    }

    @ParameterizedTest
    @CsvSource({
        "ELBSecurityPolicy-TLS13-1-2-2021-06, YES",
        "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, YES",
        "ELBSecurityPolicy-TLS13-1-3-2021-06, YES",
        "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04, YES",
        "ELBSecurityPolicy-TLS-1-2-2017-01, YES",
        "ELBSecurityPolicy-TLS-1-2-Ext-2018-06, YES",
        "ELBSecurityPolicy-FS-1-2-Res-2020-10, YES",
        "ELBSecurityPolicy-2016-08, NO",
        "ELBSecurityPolicy-TLS13-1-0-2021-06, NO",
        "ELBSecurityPolicy-TLS13-1-1-2021-06, NO",
        "ELBSecurityPolicy-TLS-1-1-2017-01, NO",
        "ELBSecurityPolicy-TLS-1-0-2015-04, NO",
        "ELBSecurityPolicy-FS-2018-06, NO",
        "ELBSecurityPolicy-FS-1-1-2019-08, NO",
        "own, NO",
    })
    void aSecurityPolicyHasALowestVersion(String policy, String answer) {
        for (String protocol : List.of("HTTPS", "TLS")) {
            assertThat(FactTexts.of(listener, "protocol", protocol, "ssl_policy", policy))
                    .containsExactly("TLS " + answer + " at ssl_policy: takes connections below TLS 1.2");
        }
    }

    private static List<MapValue> action(Object protocol) {
        return List.of(Values.map("type", "redirect", "redirect", Values.map("protocol", protocol)));
    }

    @Test
    void plainHttpMayOnlyLeadToHttps() {
        assertThat(FactTexts.of(listener, "protocol", "HTTP", "default_action", action("HTTPS")))
                .containsExactly("TLS YES" + PLAIN);
        assertThat(FactTexts.of(listener, "protocol", "HTTP", "default_action", action("#{protocol}")))
                .containsExactly("TLS NO" + PLAIN);
        assertThat(FactTexts.of(listener, "protocol", "HTTP", "default_action", List.of(Values.map("type", "forward"))))
                .containsExactly("TLS NO" + PLAIN);
        assertThat(FactTexts.of(listener, "protocol", "HTTP")).containsExactly("TLS NO" + PLAIN);
        assertThat(FactTexts.of(listener, "protocol", "HTTP", "default_action", action(Value.unknown())))
                .containsExactly("TLS UNKNOWN" + PLAIN);
    }

    @Test
    void anUnknownProtocolOrPolicyMayBeAny() {
        assertThat(FactTexts.of(listener, "protocol", Value.unknown(), "ssl_policy", "own"))
                .containsExactly("TLS UNKNOWN" + PLAIN);
        assertThat(FactTexts.of(listener, "protocol", "HTTPS", "ssl_policy", Value.unknown()))
                .containsExactly("TLS UNKNOWN at ssl_policy: takes connections below TLS 1.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TCP", "UDP", "TCP_UDP"})
    void connectionsThatItDoesNotLookIntoSayNothing(String protocol) {
        assertThat(FactTexts.of(listener, "protocol", protocol)).isEmpty();
    }
}
