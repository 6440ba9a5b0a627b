package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.naming.Naming;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** The calls of {@code aws_lb_target_group}. */
final class TargetGroupOperations extends ElbOperations<TargetGroup> {
    private static final TargetGroupView VIEW = new TargetGroupView();

    private static final Naming NAMING = new Naming(
            "target group", "name", LbTargetGroupResource.MAX_NAME_LENGTH, Set.of("DuplicateTargetGroupName"));

    TargetGroupOperations() {
        super(VIEW);
    }

    @Override
    ObjectState show(AwsSession session, Described<TargetGroup> group, MapValue known) {
        return TargetGroupView.show(session, group, known);
    }

    private static NamedCreation<TargetGroup> creation(AwsSession session, CreateRequest request) {
        return new NamedCreation<>(session, request, NAMING, VIEW);
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        NamedCreation<TargetGroup> creation = creation(session, request);
        Described<TargetGroup> created =
                creation.create(Set.of(), once -> call(session, request, NAMING.of(request), once));
        return finish(session, created, request);
    }

    private static Described<TargetGroup> call(
            AwsSession session, CreateRequest request, String name, AwsRequestOverrideConfiguration once) {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        CreateTargetGroupRequest.Builder call = CreateTargetGroupRequest.builder()
                .overrideConfiguration(once)
                .name(name)
                .targetType(desired.required("target_type"))
                .port(desired.number("port"))
                .protocol(desired.text("protocol"))
                .protocolVersion(desired.text("protocol_version"))
                .vpcId(desired.text("vpc_id"))
                .ipAddressType(desired.text("ip_address_type"))
                .tags(ElbTags.ofNew(request.planned(), request.token()));
        HealthCheck.desired(desired).addTo(call, desired.text("protocol_version"));
        TargetGroup group = Elb.client(session)
                .createTargetGroup(call.build())
                .targetGroups()
                .get(0);
        return new Described<>(group, Tags.of(request.planned(), request.token()), Map.of());
    }

    @Override
    public Optional<ObjectState> namesake(AwsSession session, MapValue gone) {
        return gone.text("name")
                .flatMap(name -> NamedCreation.named(session, VIEW, name))
                .map(found -> show(session, found, MapValue.EMPTY));
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        Optional<Described<TargetGroup>> found = creation(session, request).recover();
        return found.isEmpty() ? Optional.empty() : Optional.of(finish(session, found.get(), request));
    }

    private ObjectState finish(AwsSession session, Described<TargetGroup> created, CreateRequest request)
            throws ProviderException {
        String arn = created.object().targetGroupArn();
        return new PartialResult(SdkFailures.SDK, show(session, created, request.planned())).then(() -> {
            setAttributes(session, existing(session, "target group", arn), request.planned());
            return show(session, existing(session, "target group", arn), request.planned());
        });
    }

    private static void setAttributes(AwsSession session, Described<TargetGroup> group, MapValue planned) {
        Map<String, String> changes = new LinkedHashMap<>(
                TargetGroupKeys.ALL.changes(TargetGroupView.kind(group.object()), planned, group.attributes()));
        changes.putAll(Stickiness.changes(planned, group.attributes()));
        if (!changes.isEmpty()) {
            Elb.client(session).modifyTargetGroupAttributes(call -> call.targetGroupArn(
                            group.object().targetGroupArn())
                    .attributes(changes.entrySet().stream()
                            .map(change -> TargetGroupAttribute.builder()
                                    .key(change.getKey())
                                    .value(change.getValue())
                                    .build())
                            .toList()));
        }
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        MapValue prior = request.prior().attributes();
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        String arn = new DesiredAttributes(prior).required("id");
        ElasticLoadBalancingV2Client elb = Elb.client(session);
        Described<TargetGroup> group = existing(session, "target group", arn);
        if (desired.changes("health_check", new DesiredAttributes(prior))) {
            String version = group.object().protocolVersion();
            ModifyTargetGroupRequest.Builder call =
                    ModifyTargetGroupRequest.builder().targetGroupArn(arn);
            HealthCheck.desired(desired).addTo(call, version);
            elb.modifyTargetGroup(call.build());
        }
        setAttributes(session, group, request.planned());
        ElbTags.change(elb, arn, prior, request.planned());
        return show(session, existing(session, "target group", arn), request.planned());
    }

    /** A listener that is going still holds its target group for a moment. */
    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        String arn = new DesiredAttributes(request.prior().attributes()).required("id");
        session.waiter(IdempotentCreate.PROPAGATION)
                .whileRefused(
                        Set.of("ResourceInUse"),
                        () -> Elb.ifFound(
                                () -> Elb.client(session).deleteTargetGroup(call -> call.targetGroupArn(arn))));
    }

    @Override
    public List<String> list(AwsSession session) {
        return Elb.client(session).describeTargetGroupsPaginator().targetGroups().stream()
                .map(TargetGroup::targetGroupArn)
                .toList();
    }
}
