package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Fact.Exposure;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.fact.AddressRange;
import dev.corbel.providers.aws.fact.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Facts of the rules that let traffic in, as far as ranges tell them: other groups and prefix lists let in nobody that could be
 * seen here. The group guards the objects that it is attached to.
 */
final class IngressFacts {
    private static final Optional<String> GUARD = Optional.of("aws_security_group");

    private IngressFacts() {}

    /** The end of a sentence on a rule that is open to everybody. */
    static String opening(String ports) {
        return "lets everybody in on " + ports;
    }

    /** The facts of a rule with an id of its own, which has one peer. */
    static List<Fact> ofRule(MapValue rule) {
        Part peer = VpcSecurityGroupRuleResource.PEERS.stream()
                .map(name -> Part.of(rule, name))
                .filter(part -> !part.isNull())
                .findFirst()
                .orElse(Part.of(rule, "cidr_ipv4"));
        Answer everybody = Stream.of("cidr_ipv4", "cidr_ipv6")
                .map(name -> AddressRange.isEverybody(rule.get(name)))
                .reduce(Answer.NO, Answer::or);
        String ports = PortText.of(rule.get("ip_protocol"), rule.get("from_port"), rule.get("to_port"));
        return List.of(new Exposure(everybody, opening(ports), GUARD, peer.path()));
    }

    /** The facts of the rules that stand in a group itself. */
    static List<Fact> ofGroup(MapValue group) {
        List<Fact> facts = new ArrayList<>();
        // The parts below have lost their marks.
        boolean hidden = group.get(Direction.INGRESS.attribute()).containsSensitive();
        for (Part rule : Part.of(group, Direction.INGRESS.attribute()).elements()) {
            Answer everybody = Stream.of("cidr_blocks", "ipv6_cidr_blocks")
                    .flatMap(name -> rule.get(name).elements().stream())
                    .map(range -> AddressRange.isEverybody(range.value()))
                    .reduce(Answer.NO, Answer::or);
            String ports = hidden
                    ? PortText.HIDDEN
                    : PortText.of(
                            rule.get("protocol").value(),
                            rule.get("from_port").value(),
                            rule.get("to_port").value());
            facts.add(new Exposure(everybody, opening(ports), GUARD, rule.path()));
        }
        return facts;
    }
}
