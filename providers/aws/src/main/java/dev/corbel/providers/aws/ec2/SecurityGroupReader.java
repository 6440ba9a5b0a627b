package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Reads security groups: one list tells all about many, their rules too. */
final class SecurityGroupReader {
    /** Comes and goes with its VPC. */
    private static final String DEFAULT = "default";

    private final AwsSession session;
    private final Ec2Client ec2;

    SecurityGroupReader(AwsSession session) {
        this.session = session;
        this.ec2 = Ec2.client(session);
    }

    /** By id; what is not there is left out. */
    Map<String, SecurityGroup> list(List<String> ids) {
        Map<String, SecurityGroup> groups = new LinkedHashMap<>();
        ec2.describeSecurityGroupsPaginator(request -> request.filters(Ec2Tags.filter("group-id", ids)))
                .securityGroups()
                .forEach(group -> groups.put(group.groupId(), group));
        return groups;
    }

    Optional<SecurityGroup> find(String id) {
        return Ec2.ifFound(() -> ec2.describeSecurityGroups(request -> request.groupIds(id)).securityGroups().stream()
                .findFirst());
    }

    /** For those who wait for a change to show, often many at a time. */
    Optional<SecurityGroup> awaited(String id) {
        return session.lookups(SecurityGroupReader.class, this::list).find(id);
    }

    Optional<SecurityGroup> createdBy(String token) {
        return ec2
                .describeSecurityGroups(request -> request.filters(Ec2Tags.byOperation(token)))
                .securityGroups()
                .stream()
                .findFirst();
    }

    /** The group of a name in a VPC, where no two have one name. */
    Optional<SecurityGroup> named(String name, String vpc) {
        return ec2
                .describeSecurityGroups(request -> request.filters(
                        Ec2Tags.filter("group-name", List.of(name)), Ec2Tags.filter("vpc-id", List.of(vpc))))
                .securityGroups()
                .stream()
                .findFirst();
    }

    List<String> ids() {
        return ec2.describeSecurityGroupsPaginator().securityGroups().stream()
                .filter(group -> !DEFAULT.equals(group.groupName()))
                .map(SecurityGroup::groupId)
                .toList();
    }

    ObjectState show(SecurityGroup group, MapValue known) {
        Attributes attributes = new Attributes(SecurityGroupResource.SCHEMA)
                .from(known)
                .text("id", group.groupId())
                .text("arn", arn(group))
                .text("name", group.groupName())
                .text("description", group.description())
                .text("vpc_id", group.vpcId() == null ? "" : group.vpcId())
                .text("owner_id", group.ownerId());
        if (known.get("revoke_rules_on_delete").isNull()) {
            attributes.flag("revoke_rules_on_delete", false);
        }
        InlineRules inline = new InlineRules(group.groupId(), group.ownerId());
        for (Direction direction : Direction.values()) {
            Value rules = known.get(direction.attribute());
            attributes.value(direction.attribute(), inline.show(rules, new RuleCalls(ec2, direction).of(group)));
        }
        Tags.show(attributes, Ec2Tags.map(group.tags()), known, session);
        return attributes.object();
    }

    private String arn(SecurityGroup group) {
        return group.securityGroupArn() != null
                ? group.securityGroupArn()
                : session.arn("ec2", group.ownerId(), "security-group/" + group.groupId());
    }
}
