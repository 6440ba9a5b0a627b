package dev.corbel.providers.aws.ec2;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.call.Waiter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Brings the rules of a security group to what is wanted: new ones come before old ones go. */
record SecurityGroupRules(AwsSession session, SecurityGroupReader reader, Waiter waiter) {
    /** The rule came or went already: in a call whose answer got lost, or unseen by a list that lags. */
    private static final Set<String> DONE_BEFORE = Set.of("InvalidPermission.Duplicate", "InvalidPermission.NotFound");

    /**
     * Settles the directions that are named.
     *
     * @param desired inline rules; null and unknown stand for none
     * @return the group with these rules
     */
    SecurityGroup settle(String id, Map<Direction, Value> desired) throws ProviderException {
        return waiter.untilPresent("the rules of the security group " + id + " to show", () -> reader.awaited(id)
                .flatMap(group -> settle(group, desired)));
    }

    /** The group; empty where it does not show the rules yet. */
    private Optional<SecurityGroup> settle(SecurityGroup group, Map<Direction, Value> desired) {
        boolean changed = false;
        for (Map.Entry<Direction, Value> direction : desired.entrySet()) {
            RuleCalls calls = new RuleCalls(Ec2.client(session), direction.getKey());
            Change change = Change.between(calls.of(group), desired(group, direction.getValue()));
            change.make(group.groupId(), calls);
            changed |= !change.isEmpty();
        }
        return changed
                ? reader.awaited(group.groupId()).filter(found -> isSettled(found, desired))
                : Optional.of(group);
    }

    private boolean isSettled(SecurityGroup group, Map<Direction, Value> desired) {
        return desired.entrySet().stream().allMatch(direction -> new RuleCalls(Ec2.client(session), direction.getKey())
                .of(group)
                .equals(desired(group, direction.getValue())));
    }

    private static Set<SecurityRule> desired(SecurityGroup group, Value rules) {
        return new InlineRules(group.groupId(), group.ownerId()).of(rules);
    }

    /** What to do so that a group has other rules. */
    private record Change(List<SecurityRule> missing, List<SecurityRule> described, List<SecurityRule> surplus) {

        static Change between(Set<SecurityRule> actual, Set<SecurityRule> desired) {
            Map<SecurityRule, String> there = descriptions(actual);
            Map<SecurityRule, String> asked = descriptions(desired);
            List<SecurityRule> missing = new ArrayList<>();
            List<SecurityRule> described = new ArrayList<>();
            for (SecurityRule rule : desired) {
                String description = there.get(rule.undescribed());
                if (description == null) {
                    missing.add(rule);
                } else if (!description.equals(rule.description())) {
                    described.add(rule);
                }
            }
            List<SecurityRule> surplus = actual.stream()
                    .filter(rule -> !asked.containsKey(rule.undescribed()))
                    .toList();
            return new Change(missing, described, surplus);
        }

        private static Map<SecurityRule, String> descriptions(Set<SecurityRule> rules) {
            Map<SecurityRule, String> descriptions = new LinkedHashMap<>();
            rules.forEach(rule -> descriptions.put(rule.undescribed(), rule.description()));
            return descriptions;
        }

        boolean isEmpty() {
            return missing.isEmpty() && described.isEmpty() && surplus.isEmpty();
        }

        void make(String group, RuleCalls calls) {
            if (!missing.isEmpty()) {
                unlessDone(() -> calls.authorize(group, missing));
            }
            if (!described.isEmpty()) {
                unlessDone(() -> calls.describe(group, described));
            }
            if (!surplus.isEmpty()) {
                unlessDone(() -> calls.revoke(group, surplus));
            }
        }

        private static void unlessDone(Runnable call) {
            try {
                call.run();
            } catch (Ec2Exception failure) {
                if (!DONE_BEFORE.contains(ErrorClass.code(failure))) {
                    throw failure;
                }
            }
        }
    }
}
