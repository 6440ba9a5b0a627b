package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ReadableType.Attached;
import dev.corbel.providers.api.ReadableType.AttachedObject;
import dev.corbel.providers.api.ReadableType.Parent;
import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.fact.AddressRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        boolean everybody = direction == Direction.INGRESS
                && Stream.of(text(rule.cidrIpv4()), text(rule.cidrIpv6()))
                        .anyMatch(range -> AddressRange.isEverybody(range) == Answer.YES);
        return everybody
                ? Optional.of(IngressFacts.opening(PortText.of(rule.ipProtocol(), rule.fromPort(), rule.toPort())))
                : Optional.empty();
    }

    private static Value text(@Nullable String range) {
        return range == null ? Value.ofNull() : Value.of(range);
    }
}
