package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ReadableType.Attached;
import dev.corbel.providers.api.ReadableType.AttachedObject;
import dev.corbel.providers.api.ReadableType.Parent;
import dev.corbel.providers.api.value.MapValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/** The rules of one direction in security groups that do not list their rules themselves. */
record AttachedRules(SecurityGroupRuleReader reader, Direction direction) {

    List<Attached> of(List<Parent> groups) {
        List<String> ids = groups.stream()
                .filter(group -> !listsItsRules(group))
                .map(AttachedRules::id)
                .toList();
        Map<String, List<AttachedObject>> byGroup = new HashMap<>();
        reader.ofGroups(ids).forEach(rule -> byGroup.computeIfAbsent(rule.groupId(), group -> new ArrayList<>())
                .add(attached(rule)));
        return groups.stream()
                .map(group ->
                        listsItsRules(group) ? Attached.NONE : Attached.of(byGroup.getOrDefault(id(group), List.of())))
                .toList();
    }

    private boolean listsItsRules(Parent group) {
        return group.configured().contains(direction.attribute());
    }

    private static String id(Parent group) {
        return group.object().attributes().text("id").orElse("");
    }

    private AttachedObject attached(SecurityGroupRule rule) {
        return new AttachedObject(
                VpcSecurityGroupRuleResource.name(direction),
                rule.securityGroupRuleId(),
                reader.show(rule, MapValue.EMPTY).attributes(),
                danger(rule));
    }

    private Optional<String> danger(SecurityGroupRule rule) {
        boolean everybody = "0.0.0.0/0".equals(rule.cidrIpv4()) || "::/0".equals(rule.cidrIpv6());
        if (!everybody || direction == Direction.EGRESS) {
            return Optional.empty();
        }
        return Optional.of("lets everybody in on " + ports(rule));
    }

    private static String ports(SecurityGroupRule rule) {
        String protocol = IpProtocol.canonical(rule.ipProtocol());
        if (!IpProtocol.hasPorts(protocol) || rule.fromPort() == null) {
            return protocol.equals(IpProtocol.ALL) ? "all ports" : "protocol " + protocol;
        }
        return rule.fromPort().equals(rule.toPort())
                ? "port " + rule.fromPort()
                : "ports " + rule.fromPort() + " to " + rule.toPort();
    }
}
