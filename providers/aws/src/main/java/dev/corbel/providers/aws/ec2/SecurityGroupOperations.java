package dev.corbel.providers.aws.ec2;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Waiter;
import dev.corbel.providers.kit.naming.GeneratedName;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupResponse;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** The calls of {@code aws_security_group}. */
final class SecurityGroupOperations implements Operations {
    private static final Duration CREATE = Duration.ofMinutes(10);
    private static final Set<String> VPC_NOT_YET_KNOWN = Set.of("InvalidVpcID.NotFound");

    /** Network interfaces and rules of other groups use it, and may be about to go. */
    private static final Set<String> STILL_IN_USE = Set.of("DependencyViolation", "InvalidGroup.InUse");

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        SecurityGroupReader reader = new SecurityGroupReader(session);
        return session.batch()
                .read(
                        requests,
                        reader::list,
                        reader::find,
                        (group, request) -> reader.show(group, request.prior().attributes()));
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        String name = desired.text("name");
        CreateSecurityGroupRequest call = CreateSecurityGroupRequest.builder()
                .groupName(
                        name == null
                                ? GeneratedName.of(request, "name_prefix", SecurityGroupResource.MAX_NAME_LENGTH)
                                : name)
                .description(desired.required("description"))
                .vpcId(desired.text("vpc_id"))
                .tagSpecifications(
                        Ec2Tags.specification(ResourceType.SECURITY_GROUP, request.planned(), request.token()))
                .build();
        SecurityGroup group = IdempotentCreate.create(
                session,
                VPC_NOT_YET_KNOWN,
                once -> created(
                        call,
                        Ec2.client(session)
                                .createSecurityGroup(call.toBuilder()
                                        .overrideConfiguration(once)
                                        .build())),
                () -> new SecurityGroupReader(session).createdBy(request.token()));
        return finish(session, group, request);
    }

    /** The answer names the group, and says no more about it. */
    private static SecurityGroup created(CreateSecurityGroupRequest call, CreateSecurityGroupResponse answer) {
        String arn = answer.securityGroupArn();
        return SecurityGroup.builder()
                .groupId(answer.groupId())
                .groupName(call.groupName())
                .description(call.description())
                .vpcId(call.vpcId())
                .securityGroupArn(arn)
                .ownerId(arn == null ? "" : arn.split(":", 6)[4])
                .build();
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        SecurityGroupReader reader = new SecurityGroupReader(session);
        Optional<SecurityGroup> found =
                session.waiter(IdempotentCreate.READ_LAG).poll(() -> reader.createdBy(request.token()));
        return found.isEmpty() ? Optional.empty() : Optional.of(finish(session, found.get(), request));
    }

    private static ObjectState finish(AwsSession session, SecurityGroup group, CreateRequest request)
            throws ProviderException {
        SecurityGroupReader reader = new SecurityGroupReader(session);
        Map<Direction, Value> desired = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
            desired.put(direction, request.planned().get(direction.attribute()));
        }
        return new PartialResult(SdkFailures.SDK, reader.show(group, request.planned())).then(() -> {
            Waiter waiter = session.waiter(request.timeout().orElse(CREATE));
            return reader.show(
                    new SecurityGroupRules(session, reader, waiter).settle(group.groupId(), desired),
                    request.planned());
        });
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        String id = prior.required("id");
        SecurityGroupReader reader = new SecurityGroupReader(session);
        Waiter waiter = session.waiter(request.timeout().orElse(IdempotentCreate.PROPAGATION));
        if (reader.find(id).isEmpty()) {
            throw NotFound.exception("security group " + id);
        }
        Map<Direction, Value> changed = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
            if (planned.differs(direction.attribute(), prior)) {
                changed.put(direction, request.planned().get(direction.attribute()));
            }
        }
        Ec2Tags.change(Ec2.client(session), id, prior.attributes(), planned.attributes());
        SecurityGroup group = new SecurityGroupRules(session, reader, waiter).settle(id, changed);
        return new ObjectState(withoutOthersRules(
                reader.show(group, request.planned()).attributes(), request.planned(), changed.keySet()));
    }

    /** Rules of their own types come and go beside this update; what they do is for the next plan to see. */
    private static MapValue withoutOthersRules(MapValue shown, MapValue planned, Set<Direction> changed) {
        MapValue result = shown;
        for (Direction direction : Direction.values()) {
            Value rules = planned.get(direction.attribute());
            if (!changed.contains(direction) && rules.isWhollyKnown()) {
                result = result.with(direction.attribute(), rules);
            }
        }
        return result;
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        String id = prior.required("id");
        Ec2Client ec2 = Ec2.client(session);
        SecurityGroupReader reader = new SecurityGroupReader(session);
        Waiter waiter = session.waiter(request.timeout().orElse(SecurityGroupResource.DELETE));
        if (prior.isTrue("revoke_rules_on_delete") && reader.find(id).isPresent()) {
            new SecurityGroupRules(session, reader, waiter)
                    .settle(id, Map.of(Direction.INGRESS, Value.ofNull(), Direction.EGRESS, Value.ofNull()));
        }
        try {
            waiter.whileRefused(
                    STILL_IN_USE,
                    () -> Ec2.ifFound(() -> Optional.of(ec2.deleteSecurityGroup(call -> call.groupId(id)))));
        } catch (ProviderException failure) {
            throw failure.getCause() != null && STILL_IN_USE.contains(ErrorClass.code(failure.getCause()))
                    ? new SecurityGroupUsers(ec2, id).explain(failure)
                    : failure;
        }
    }

    @Override
    public Optional<ObjectState> namesake(AwsSession session, MapValue gone) {
        SecurityGroupReader reader = new SecurityGroupReader(session);
        return reader.named(gone.text("name").orElse(""), gone.text("vpc_id").orElse(""))
                .map(group -> reader.show(group, MapValue.EMPTY));
    }

    @Override
    public List<String> list(AwsSession session) {
        return new SecurityGroupReader(session).ids();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        SecurityGroupReader reader = new SecurityGroupReader(session);
        return reader.find(id).map(group -> reader.show(group, MapValue.EMPTY));
    }
}
