package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ReferencedSecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/** Reads the rules of one direction: one list tells all about many, whatever groups they are in. */
final class SecurityGroupRuleReader {
    private final AwsSession session;
    private final Direction direction;
    private final Ec2Client ec2;

    SecurityGroupRuleReader(AwsSession session, Direction direction) {
        this.session = session;
        this.direction = direction;
        this.ec2 = Ec2.client(session);
    }

    private boolean isOurs(SecurityGroupRule rule) {
        return Boolean.TRUE.equals(rule.isEgress()) == (direction == Direction.EGRESS);
    }

    /** By id; what is not there is left out. */
    Map<String, SecurityGroupRule> list(List<String> ids) {
        Map<String, SecurityGroupRule> rules = listAny(ids);
        rules.values().removeIf(rule -> !isOurs(rule));
        return rules;
    }

    private Map<String, SecurityGroupRule> listAny(List<String> ids) {
        Map<String, SecurityGroupRule> rules = new LinkedHashMap<>();
        ec2
                .describeSecurityGroupRulesPaginator(
                        request -> request.filters(Ec2Tags.filter("security-group-rule-id", ids)))
                .securityGroupRules()
                .stream()
                .forEach(rule -> rules.put(rule.securityGroupRuleId(), rule));
        return rules;
    }

    /** The rules in some groups. */
    List<SecurityGroupRule> ofGroups(List<String> groups) {
        List<SecurityGroupRule> rules = new ArrayList<>();
        for (int start = 0; start < groups.size(); start += AwsSession.BATCH_SIZE) {
            List<String> some = groups.subList(start, Math.min(groups.size(), start + AwsSession.BATCH_SIZE));
            ec2
                    .describeSecurityGroupRulesPaginator(request -> request.filters(Ec2Tags.filter("group-id", some)))
                    .securityGroupRules()
                    .stream()
                    .filter(this::isOurs)
                    .forEach(rules::add);
        }
        return rules;
    }

    Optional<SecurityGroupRule> find(String id) {
        return Ec2.ifFound(() ->
                ec2
                        .describeSecurityGroupRules(request -> request.securityGroupRuleIds(id))
                        .securityGroupRules()
                        .stream()
                        .filter(this::isOurs)
                        .findFirst());
    }

    /** For those who wait for a change to show, often many at a time. */
    Optional<SecurityGroupRule> awaited(String id) {
        return session.lookups(SecurityGroupRuleReader.class, this::listAny)
                .find(id)
                .filter(this::isOurs);
    }

    Optional<SecurityGroupRule> createdBy(String token) {
        return ec2
                .describeSecurityGroupRules(request -> request.filters(Ec2Tags.byOperation(token)))
                .securityGroupRules()
                .stream()
                .filter(this::isOurs)
                .findFirst();
    }

    List<String> ids() {
        return ec2.describeSecurityGroupRulesPaginator(request -> {}).securityGroupRules().stream()
                .filter(this::isOurs)
                .map(SecurityGroupRule::securityGroupRuleId)
                .toList();
    }

    /** The rule, with protocol, ports and group in the words of the known one where those say the same. */
    ObjectState show(SecurityGroupRule rule, MapValue known) {
        DesiredAttributes before = new DesiredAttributes(known);
        String protocol = IpProtocol.canonical(rule.ipProtocol());
        String said = before.text("ip_protocol");
        Attributes attributes = new Attributes(VpcSecurityGroupRuleResource.SCHEMA)
                .from(known)
                .text("id", rule.securityGroupRuleId())
                .text("security_group_rule_id", rule.securityGroupRuleId())
                .text("arn", arn(rule))
                .text("security_group_id", rule.groupId())
                .text(
                        "ip_protocol",
                        said != null && IpProtocol.canonical(said).equals(protocol) ? said : rule.ipProtocol())
                .number("from_port", port(protocol, rule.fromPort(), before.number("from_port")))
                .number("to_port", port(protocol, rule.toPort(), before.number("to_port")))
                .textOrNothing("cidr_ipv4", rule.cidrIpv4())
                .text("cidr_ipv6", ipv6(rule.cidrIpv6(), before.text("cidr_ipv6")))
                .textOrNothing("prefix_list_id", rule.prefixListId())
                .text("referenced_security_group_id", group(rule, before.text("referenced_security_group_id")));
        String description = rule.description();
        if (description != null && !description.isEmpty()) {
            attributes.text("description", description);
        } else if (!"".equals(before.text("description"))) {
            attributes.text("description", null);
        }
        Tags.show(attributes, Ec2Tags.map(rule.tags()), known, session);
        return attributes.object();
    }

    private String arn(SecurityGroupRule rule) {
        return rule.securityGroupRuleArn() != null
                ? rule.securityGroupRuleArn()
                : session.arn("ec2", owner(rule), "security-group-rule/" + rule.securityGroupRuleId());
    }

    private String owner(SecurityGroupRule rule) {
        return rule.groupOwnerId() != null
                ? rule.groupOwnerId()
                : session.identity().account();
    }

    /** EC2 says -1 where a protocol has no ports. */
    private static @Nullable Integer port(String protocol, @Nullable Integer actual, @Nullable Integer before) {
        if (IpProtocol.hasPorts(protocol)) {
            return actual;
        }
        return actual != null && actual != -1 ? actual : before;
    }

    private static @Nullable String ipv6(@Nullable String actual, @Nullable String before) {
        return actual == null || actual.isEmpty() ? null : actual.equalsIgnoreCase(before) ? before : actual;
    }

    private @Nullable String group(SecurityGroupRule rule, @Nullable String before) {
        ReferencedSecurityGroup info = rule.referencedGroupInfo();
        if (info == null || info.groupId() == null) {
            return null;
        }
        String actual = GroupReference.of(info.userId(), info.groupId(), owner(rule));
        return before != null && GroupReference.canonical(before, owner(rule)).equals(actual) ? before : actual;
    }
}
