package dev.corbel.providers.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityGroupProblemsTest {

    private static List<Diagnostic> problems(MapValue rule) {
        return new SecurityGroupResource().validate(Values.map("ingress", List.of(rule)));
    }

    @Test
    void acceptsRulesAndWhatIsUnknownOfThem() {
        assertThat(problems(InlineRule.tcp(80, "10.0.0.0/8"))).isEmpty();
        assertThat(problems(InlineRule.tcp(80).with("security_groups", Value.list(Value.unknown()))))
                .isEmpty();
        assertThat(problems(InlineRule.tcp(80, "10.0.0.0/8").with("protocol", Value.unknown())))
                .isEmpty();
    }

    @Test
    void refusesANameAndAPrefix() {
        assertThat(new SecurityGroupResource().validate(Values.map("name", "app", "name_prefix", "app-")))
                .containsExactly(Diagnostic.error("name conflicts with name_prefix", "Set one of them, or neither."));
    }

    @Test
    void missesProtocolPortsAndPeer() {
        String everyRule = "Every rule says its protocol, from_port and to_port.";
        assertThat(problems(Values.map("self", Value.ofNull())))
                .containsExactly(
                        Diagnostic.error("A rule in \"ingress\" lacks protocol", everyRule),
                        Diagnostic.error("A rule in \"ingress\" lacks from_port", everyRule),
                        Diagnostic.error("A rule in \"ingress\" lacks to_port", everyRule),
                        Diagnostic.error(
                                "A rule in \"ingress\" has no peer",
                                "Set cidr_blocks, ipv6_cidr_blocks, prefix_list_ids, security_groups or self."));
    }

    @Test
    void refusesWrongProtocolsAndRanges() {
        assertThat(problems(InlineRule.tcp(80, "10.0.0.1/8").with("protocol", Value.of("http"))))
                .containsExactly(
                        Diagnostic.error(
                                "A rule in \"ingress\" has a wrong protocol",
                                "\"http\" must be tcp, udp, icmp, icmpv6, the number of a protocol, or -1 for all."),
                        Diagnostic.error(
                                "A rule in \"ingress\" has a wrong cidr_blocks",
                                "\"10.0.0.1/8\" must begin with the first address of its range: 10.0.0.0/8."));
    }

    @Test
    void refusesPortsOfAllProtocols() {
        assertThat(problems(InlineRule.tcp(80, "10.0.0.0/8").with("protocol", Value.of("all"))))
                .containsExactly(Diagnostic.error(
                        "A rule in \"ingress\" has ports for all protocols",
                        "With protocol -1, from_port and to_port are 0."));
    }

    private static List<Diagnostic> ruleProblems(Object... attributes) {
        return VpcSecurityGroupRuleResource.egress().validate(Values.map(attributes));
    }

    @Test
    void holdsARuleOfItsOwnToOnePeer() {
        assertThat(ruleProblems("ip_protocol", "-1"))
                .containsExactly(Diagnostic.error(
                        "The rule has no peer",
                        "Set one of cidr_ipv4, cidr_ipv6, prefix_list_id and referenced_security_group_id."));
        assertThat(ruleProblems("ip_protocol", "-1", "cidr_ipv4", "0.0.0.0/0", "cidr_ipv6", "::/0"))
                .containsExactly(Diagnostic.error(
                        "cidr_ipv4 conflicts with cidr_ipv6", "A rule has one peer: write a rule for each."));
        assertThat(ruleProblems("ip_protocol", "-1", "cidr_ipv4", Value.unknown()))
                .isEmpty();
    }

    @Test
    void holdsARuleOfItsOwnToThePortsOfItsProtocol() {
        assertThat(ruleProblems("ip_protocol", "6", "cidr_ipv4", "0.0.0.0/0", "from_port", 80))
                .containsExactly(
                        Diagnostic.error("The rule lacks to_port", "Rules for tcp say their from_port and to_port."));
        assertThat(ruleProblems("ip_protocol", "all", "cidr_ipv4", "0.0.0.0/0", "from_port", 80))
                .containsExactly(Diagnostic.error(
                        "A rule for all protocols has no from_port", "With ip_protocol -1, leave out the ports."));
    }
}
