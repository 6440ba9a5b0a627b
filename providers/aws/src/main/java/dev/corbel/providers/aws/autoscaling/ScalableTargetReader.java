package dev.corbel.providers.aws.autoscaling;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Blocks;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;

/** Reads scalable targets: one call tells of fifty of a service, and a call for each gives its tags. */
final class ScalableTargetReader {
    /** How many targets one call describes. */
    static final int MAX_PER_CALL = 50;

    static final Blocks SUSPENDED = new Blocks(AppautoscalingTargetResource.SUSPENDED);

    private final AwsSession session;
    private final ApplicationAutoScalingClient scaling;

    ScalableTargetReader(AwsSession session) {
        this.session = session;
        this.scaling = AutoScaling.client(session);
    }

    /** A target with its tags, which its description lacks. */
    record Found(ScalableTarget target, Map<String, String> tags) {}

    Map<TargetId, Found> list(List<TargetId> ids) {
        Map<String, List<String>> resources = ids.stream()
                .collect(Collectors.groupingBy(
                        TargetId::namespace,
                        LinkedHashMap::new,
                        Collectors.mapping(TargetId::resource, Collectors.toList())));
        List<ScalableTarget> targets = new ArrayList<>();
        resources.forEach((namespace, some) -> scaling
                .describeScalableTargetsPaginator(request -> request.serviceNamespace(namespace)
                        .resourceIds(some.stream().distinct().toList()))
                .scalableTargets()
                .stream()
                .filter(target -> ids.contains(id(target)))
                .forEach(targets::add));
        Map<TargetId, Found> found = new LinkedHashMap<>();
        session.batch()
                .each(targets, target -> new Found(target, tags(target)))
                .forEach(one -> found.put(id(one.target()), one));
        return found;
    }

    private static TargetId id(ScalableTarget target) {
        return new TargetId(target.serviceNamespaceAsString(), target.resourceId(), target.scalableDimensionAsString());
    }

    /** Those that were registered before targets had ARNs cannot have tags. */
    private Map<String, String> tags(ScalableTarget target) {
        return target.scalableTargetARN() == null
                ? Map.of()
                : AutoScaling.orIfGone(
                        () -> scaling.listTagsForResource(request -> request.resourceARN(target.scalableTargetARN()))
                                .tags(),
                        Map.of());
    }

    Optional<Found> find(TargetId id) {
        return Optional.ofNullable(list(List.of(id)).get(id));
    }

    List<TargetId> ids() {
        return AutoScaling.inAllServices(
                session, namespace -> scaling
                        .describeScalableTargetsPaginator(request -> request.serviceNamespace(namespace))
                        .scalableTargets()
                        .stream()
                        .map(ScalableTargetReader::id)
                        .toList());
    }

    ObjectState show(Found found, MapValue known) {
        ScalableTarget target = found.target();
        Attributes attributes = new Attributes(AppautoscalingTargetResource.SCHEMA)
                .from(known)
                .text("id", target.resourceId())
                .text("service_namespace", target.serviceNamespaceAsString())
                .text("resource_id", target.resourceId())
                .text("scalable_dimension", target.scalableDimensionAsString())
                .number("min_capacity", target.minCapacity())
                .number("max_capacity", target.maxCapacity())
                .text("role_arn", target.roleARN())
                .text("arn", target.scalableTargetARN())
                .value("suspended_state", suspended(target, known.get("suspended_state")));
        Tags.show(attributes, found.tags(), known, session);
        return attributes.object();
    }

    private static Value suspended(ScalableTarget target, Value known) {
        SuspendedState state = target.suspendedState();
        boolean none = state == null
                || (!Boolean.TRUE.equals(state.dynamicScalingInSuspended())
                        && !Boolean.TRUE.equals(state.dynamicScalingOutSuspended())
                        && !Boolean.TRUE.equals(state.scheduledScalingSuspended()));
        return none && known.isNull() ? Value.ofNull() : SUSPENDED.show(state, known);
    }
}
