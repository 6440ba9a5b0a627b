package dev.corbel.providers.aws.ec2;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The calls for rules, of which EC2 has one for each direction. */
record RuleCalls(Ec2Client ec2, Direction direction) {

    Set<SecurityRule> of(SecurityGroup group) {
        return IpPermissions.read(
                direction == Direction.INGRESS ? group.ipPermissions() : group.ipPermissionsEgress(), group.ownerId());
    }

    void authorize(String group, Collection<SecurityRule> rules) {
        if (direction == Direction.INGRESS) {
            ec2.authorizeSecurityGroupIngress(call -> call.groupId(group).ipPermissions(IpPermissions.write(rules)));
        } else {
            ec2.authorizeSecurityGroupEgress(call -> call.groupId(group).ipPermissions(IpPermissions.write(rules)));
        }
    }

    /** Makes one rule that has an id and tags. */
    SecurityGroupRule create(
            String group, SecurityRule rule, TagSpecification tags, AwsRequestOverrideConfiguration override) {
        return (direction == Direction.INGRESS
                        ? ec2.authorizeSecurityGroupIngress(call -> call.groupId(group)
                                        .ipPermissions(IpPermissions.write(List.of(rule)))
                                        .tagSpecifications(tags)
                                        .overrideConfiguration(override))
                                .securityGroupRules()
                        : ec2.authorizeSecurityGroupEgress(call -> call.groupId(group)
                                        .ipPermissions(IpPermissions.write(List.of(rule)))
                                        .tagSpecifications(tags)
                                        .overrideConfiguration(override))
                                .securityGroupRules())
                .get(0);
    }

    void revoke(String group, Collection<SecurityRule> rules) {
        if (direction == Direction.INGRESS) {
            ec2.revokeSecurityGroupIngress(call -> call.groupId(group).ipPermissions(IpPermissions.write(rules)));
        } else {
            ec2.revokeSecurityGroupEgress(call -> call.groupId(group).ipPermissions(IpPermissions.write(rules)));
        }
    }

    void revoke(String group, String ruleId) {
        if (direction == Direction.INGRESS) {
            ec2.revokeSecurityGroupIngress(call -> call.groupId(group).securityGroupRuleIds(ruleId));
        } else {
            ec2.revokeSecurityGroupEgress(call -> call.groupId(group).securityGroupRuleIds(ruleId));
        }
    }

    void describe(String group, Collection<SecurityRule> rules) {
        if (direction == Direction.INGRESS) {
            ec2.updateSecurityGroupRuleDescriptionsIngress(
                    call -> call.groupId(group).ipPermissions(IpPermissions.write(rules)));
        } else {
            ec2.updateSecurityGroupRuleDescriptionsEgress(
                    call -> call.groupId(group).ipPermissions(IpPermissions.write(rules)));
        }
    }
}
