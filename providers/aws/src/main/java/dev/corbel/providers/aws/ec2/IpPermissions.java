package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.aws.ec2.SecurityRule.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Rules as EC2 takes and gives them: those with the same protocol and ports together. */
final class IpPermissions {
    private IpPermissions() {}

    /** @param owner the account of the group that has the rules */
    static Set<SecurityRule> read(List<IpPermission> permissions, @Nullable String owner) {
        Set<SecurityRule> rules = new LinkedHashSet<>();
        for (IpPermission permission : permissions) {
            permission
                    .ipRanges()
                    .forEach(range -> rules.add(rule(permission, Kind.IPV4, range.cidrIp(), range.description())));
            permission
                    .ipv6Ranges()
                    .forEach(range -> rules.add(rule(permission, Kind.IPV6, range.cidrIpv6(), range.description())));
            permission
                    .prefixListIds()
                    .forEach(list ->
                            rules.add(rule(permission, Kind.PREFIX_LIST, list.prefixListId(), list.description())));
            permission
                    .userIdGroupPairs()
                    .forEach(pair -> rules.add(rule(
                            permission,
                            Kind.GROUP,
                            GroupReference.of(pair.userId(), pair.groupId(), owner),
                            pair.description())));
        }
        return rules;
    }

    private static SecurityRule rule(IpPermission permission, Kind kind, String peer, @Nullable String description) {
        return SecurityRule.of(
                permission.ipProtocol(), permission.fromPort(), permission.toPort(), kind, peer, description);
    }

    static List<IpPermission> write(Collection<SecurityRule> rules) {
        Map<SecurityRule, List<SecurityRule>> alike = new LinkedHashMap<>();
        for (SecurityRule rule : rules) {
            alike.computeIfAbsent(
                            new SecurityRule(rule.protocol(), rule.from(), rule.to(), Kind.GROUP, "", ""),
                            key -> new ArrayList<>())
                    .add(rule);
        }
        return alike.values().stream().map(IpPermissions::permission).toList();
    }

    private static IpPermission permission(List<SecurityRule> rules) {
        SecurityRule first = rules.get(0);
        IpPermission.Builder permission = IpPermission.builder()
                .ipProtocol(first.protocol())
                .fromPort(first.from())
                .toPort(first.to());
        // A list that is set but empty would be sent.
        List<SecurityRule> ipv4 = of(rules, Kind.IPV4);
        if (!ipv4.isEmpty()) {
            permission.ipRanges(ipv4.stream()
                    .map(rule -> IpRange.builder()
                            .cidrIp(rule.peer())
                            .description(description(rule))
                            .build())
                    .toList());
        }
        List<SecurityRule> ipv6 = of(rules, Kind.IPV6);
        if (!ipv6.isEmpty()) {
            permission.ipv6Ranges(ipv6.stream()
                    .map(rule -> Ipv6Range.builder()
                            .cidrIpv6(rule.peer())
                            .description(description(rule))
                            .build())
                    .toList());
        }
        List<SecurityRule> lists = of(rules, Kind.PREFIX_LIST);
        if (!lists.isEmpty()) {
            permission.prefixListIds(lists.stream()
                    .map(rule -> PrefixListId.builder()
                            .prefixListId(rule.peer())
                            .description(description(rule))
                            .build())
                    .toList());
        }
        List<SecurityRule> groups = of(rules, Kind.GROUP);
        if (!groups.isEmpty()) {
            permission.userIdGroupPairs(groups.stream()
                    .map(rule -> UserIdGroupPair.builder()
                            .userId(GroupReference.account(rule.peer()))
                            .groupId(GroupReference.group(rule.peer()))
                            .description(description(rule))
                            .build())
                    .toList());
        }
        return permission.build();
    }

    private static List<SecurityRule> of(List<SecurityRule> rules, Kind kind) {
        return rules.stream().filter(rule -> rule.kind() == kind).toList();
    }

    private static @Nullable String description(SecurityRule rule) {
        return rule.description().isEmpty() ? null : rule.description();
    }
}
