package dev.corbel.providers.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.FactTexts;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ec2FactsTest {
    private static final String GROUP = "one app's security group";

    private final VpcSecurityGroupRuleResource rule = VpcSecurityGroupRuleResource.ingress();

    private static String open(String answer, String path, String ports) {
        return "open " + answer + " behind aws_security_group at " + path + ": lets everybody in on " + ports;
    }

    @ParameterizedTest
    @CsvSource({
        "cidr_ipv4, 0.0.0.0/0, YES",
        "cidr_ipv4, 0.0.0.0/1, YES",
        "cidr_ipv4, 128.0.0.0/1, YES",
        "cidr_ipv4, 10.0.0.0/8, NO",
        "cidr_ipv6, ::/0, YES",
        "cidr_ipv6, 2001:db8::/32, NO",
        "referenced_security_group_id, sg-1, NO",
        "prefix_list_id, pl-1, NO",
    })
    void aRuleLetsInItsPeer(String peer, String value, String answer) {
        assertThat(FactTexts.of(
                        rule, peer, FactTexts.secret(value), "ip_protocol", "tcp", "from_port", 22, "to_port", 22))
                .containsExactly(open(answer, peer, "port 22"));
    }

    @Test
    void aSensitivePortIsNotShown() {
        Value port = Value.sensitive(Value.of(2222));
        assertThat(FactTexts.of(
                        rule, "cidr_ipv4", "0.0.0.0/0", "ip_protocol", "tcp", "from_port", port, "to_port", port))
                .containsExactly(open("YES", "cidr_ipv4", "ports that are not shown"));
        assertThat(FactTexts.of(
                        new SecurityGroupResource(),
                        "ingress",
                        List.of(InlineRule.tcp(22, "0.0.0.0/0").with("from_port", port))))
                .contains(open("YES", "ingress[0]", "ports that are not shown"));
    }

    @Test
    void aPeerThatIsUnknownMayBeEverybody() {
        assertThat(FactTexts.of(rule, "cidr_ipv4", Value.unknown(), "ip_protocol", "-1"))
                .containsExactly(open("UNKNOWN", "cidr_ipv4", "all ports"));
        assertThat(FactTexts.of(rule, "referenced_security_group_id", Value.unknown(), "ip_protocol", "-1"))
                .containsExactly(open("NO", "referenced_security_group_id", "all ports"));
    }

    @ParameterizedTest
    @CsvSource({
        "tcp, 80, 80, port 80",
        "6, 80, 443, ports 80 to 443",
        "udp, 0, 65535, ports 0 to 65535",
        "all, , , all ports",
        "50, , , protocol 50",
        "icmp, -1, -1, protocol icmp",
    })
    void portsAreToldInWords(String protocol, Integer from, Integer to, String ports) {
        assertThat(FactTexts.of(
                        rule,
                        "cidr_ipv4",
                        "0.0.0.0/0",
                        "ip_protocol",
                        protocol,
                        "from_port",
                        from == null ? Value.ofNull() : from,
                        "to_port",
                        to == null ? Value.ofNull() : to))
                .containsExactly(open("YES", "cidr_ipv4", ports));
    }

    @Test
    void portsMayNotBeKnownYet() {
        assertThat(FactTexts.of(rule, "cidr_ipv4", "0.0.0.0/0", "ip_protocol", "tcp", "from_port", Value.unknown()))
                .containsExactly(open("YES", "cidr_ipv4", "ports that are not known yet"));
    }

    @Test
    void whoMayBeReachedFromInsideOpensNothing() {
        assertThat(FactTexts.of(VpcSecurityGroupRuleResource.egress(), "cidr_ipv4", "0.0.0.0/0", "ip_protocol", "-1"))
                .isEmpty();
    }

    @Test
    void theRulesOfAGroupAreToldOneByOne() {
        assertThat(FactTexts.of(
                        new SecurityGroupResource(),
                        "ingress",
                        List.of(
                                InlineRule.tcp(22, "10.0.0.0/8", "0.0.0.0/0"),
                                InlineRule.tcp(443, "10.0.0.0/8"),
                                InlineRule.tcp(80).with("ipv6_cidr_blocks", Value.list(Value.of("::/0"))),
                                InlineRule.tcp(81).with("cidr_blocks", Value.list(Value.unknown())),
                                InlineRule.tcp(82, "0.0.0.0/0").with("ipv6_cidr_blocks", Value.unknown()),
                                Value.unknown()),
                        "egress",
                        List.of(InlineRule.tcp(443, "0.0.0.0/0"))))
                .containsExactly(
                        open("YES", "ingress[0]", "port 22"),
                        open("NO", "ingress[1]", "port 443"),
                        open("YES", "ingress[2]", "port 80"),
                        open("UNKNOWN", "ingress[3]", "port 81"),
                        open("YES", "ingress[4]", "port 82"),
                        open("UNKNOWN", "ingress[5]", "ports that are not known yet"),
                        GROUP);
    }

    @Test
    void theRulesOfAGroupMayBeNoneOrUnknown() {
        SecurityGroupResource group = new SecurityGroupResource();
        assertThat(FactTexts.of(group)).containsExactly(GROUP);
        assertThat(FactTexts.of(group, "ingress", Value.list())).containsExactly(GROUP);
        assertThat(FactTexts.of(group, "ingress", Value.unknown()))
                .containsExactly(open("UNKNOWN", "ingress", "ports that are not known yet"), GROUP);
        assertThat(FactTexts.of(group, "ingress", Value.sensitive(Value.list(Values.map("protocol", "-1")))))
                .containsExactly(open("NO", "ingress[0]", "ports that are not shown"), GROUP);
    }

    @Test
    void anEndpointAnswersConnectionsAndIsNoEntrance() {
        assertThat(FactTexts.of(new VpcEndpointResource())).containsExactly("reachable");
    }
}
