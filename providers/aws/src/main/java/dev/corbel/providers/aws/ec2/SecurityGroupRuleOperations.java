package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.Attached;
import dev.corbel.providers.api.ReadableType.Parent;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.ec2.SecurityRule.Kind;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Waiter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleUpdate;

/** The calls of {@code aws_vpc_security_group_ingress_rule} and {@code aws_vpc_security_group_egress_rule}. */
record SecurityGroupRuleOperations(Direction direction) implements Operations {
    /** A security group that has just been created is not known to every part of EC2. */
    private static final Set<String> GROUP_NOT_YET_KNOWN = Set.of("InvalidGroup.NotFound");

    private static final Map<String, Kind> KINDS = Map.of(
            "cidr_ipv4", Kind.IPV4,
            "cidr_ipv6", Kind.IPV6,
            "prefix_list_id", Kind.PREFIX_LIST,
            "referenced_security_group_id", Kind.GROUP);

    /** What ModifySecurityGroupRules changes. */
    private static final List<String> MODIFIED = Stream.concat(
                    Stream.of("ip_protocol", "from_port", "to_port", "description"),
                    VpcSecurityGroupRuleResource.PEERS.stream())
            .toList();

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        SecurityGroupRuleReader reader = new SecurityGroupRuleReader(session, direction);
        return session.batch()
                .read(
                        requests,
                        reader::list,
                        reader::find,
                        (rule, request) -> reader.show(rule, request.prior().attributes()));
    }

    @Override
    public List<Attached> listAttached(AwsSession session, List<Parent> groups) {
        return new AttachedRules(new SecurityGroupRuleReader(session, direction), direction).of(groups);
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        SecurityGroupRuleReader reader = new SecurityGroupRuleReader(session, direction);
        SecurityGroupRule rule = IdempotentCreate.create(
                session,
                GROUP_NOT_YET_KNOWN,
                once -> new RuleCalls(Ec2.client(session), direction)
                        .create(
                                desired.required("security_group_id"),
                                rule(desired),
                                Ec2Tags.specification(
                                        ResourceType.SECURITY_GROUP_RULE, request.planned(), request.token()),
                                once),
                () -> reader.createdBy(request.token()));
        return finish(session, rule, request);
    }

    private static SecurityRule rule(DesiredAttributes desired) {
        for (String name : VpcSecurityGroupRuleResource.PEERS) {
            String peer = desired.text(name);
            Kind kind = KINDS.get(name);
            if (peer != null && kind != null) {
                return SecurityRule.of(
                        desired.required("ip_protocol"),
                        desired.number("from_port"),
                        desired.number("to_port"),
                        kind,
                        peer,
                        desired.text("description"));
            }
        }
        throw new IllegalStateException("the rule has no peer");
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        SecurityGroupRuleReader reader = new SecurityGroupRuleReader(session, direction);
        Optional<SecurityGroupRule> found =
                session.waiter(IdempotentCreate.READ_LAG).poll(() -> reader.createdBy(request.token()));
        return found.isEmpty() ? Optional.empty() : Optional.of(finish(session, found.get(), request));
    }

    private ObjectState finish(AwsSession session, SecurityGroupRule rule, CreateRequest request)
            throws ProviderException {
        SecurityGroupRuleReader reader = new SecurityGroupRuleReader(session, direction);
        return new PartialResult(SdkFailures.SDK, reader.show(rule, request.planned())).then(() -> {
            Waiter waiter = session.waiter(request.timeout().orElse(IdempotentCreate.PROPAGATION));
            return reader.show(
                    waiter.untilPresent(
                            "the rule " + rule.securityGroupRuleId() + " to show",
                            () -> reader.awaited(rule.securityGroupRuleId())),
                    request.planned());
        });
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        String id = prior.required("id");
        Ec2Client ec2 = Ec2.client(session);
        SecurityGroupRuleReader reader = new SecurityGroupRuleReader(session, direction);
        if (reader.find(id).isEmpty()) {
            throw NotFound.exception("security group rule " + id);
        }
        if (MODIFIED.stream().anyMatch(name -> planned.differs(name, prior))) {
            ec2.modifySecurityGroupRules(call -> call.groupId(prior.required("security_group_id"))
                    .securityGroupRules(SecurityGroupRuleUpdate.builder()
                            .securityGroupRuleId(id)
                            .securityGroupRule(modified(planned, prior.text("description")))
                            .build()));
        }
        Ec2Tags.change(ec2, id, prior.attributes(), planned.attributes());
        return session.waiter(request.timeout().orElse(IdempotentCreate.PROPAGATION))
                .untilPresent("the rule " + id + " to show its change", () -> reader.awaited(id)
                        .map(rule -> reader.show(rule, request.planned()))
                        .filter(shown -> MODIFIED.stream()
                                .noneMatch(name -> planned.differs(name, new DesiredAttributes(shown.attributes())))));
    }

    private static SecurityGroupRuleRequest modified(DesiredAttributes planned, @Nullable String before) {
        SecurityRule rule = rule(planned);
        SecurityGroupRuleRequest.Builder request = SecurityGroupRuleRequest.builder()
                .ipProtocol(rule.protocol())
                .fromPort(rule.from())
                .toPort(rule.to());
        // A description that is left out stays.
        if (!rule.description().isEmpty() || before != null) {
            request.description(rule.description());
        }
        return switch (rule.kind()) {
            case IPV4 -> request.cidrIpv4(rule.peer()).build();
            case IPV6 -> request.cidrIpv6(rule.peer()).build();
            case PREFIX_LIST -> request.prefixListId(rule.peer()).build();
            case GROUP ->
                request.referencedGroupId(GroupReference.group(rule.peer())).build();
        };
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        Ec2.ifFound(() -> {
            new RuleCalls(Ec2.client(session), direction)
                    .revoke(prior.required("security_group_id"), prior.required("id"));
            return Optional.of(true);
        });
    }

    @Override
    public Set<String> listDefaults(AwsSession session, List<String> ids) {
        return new Ec2Defaults(session).rules(direction);
    }

    @Override
    public List<String> list(AwsSession session) {
        return new SecurityGroupRuleReader(session, direction).ids();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        SecurityGroupRuleReader reader = new SecurityGroupRuleReader(session, direction);
        return reader.find(id).map(rule -> reader.show(rule, MapValue.EMPTY));
    }
}
