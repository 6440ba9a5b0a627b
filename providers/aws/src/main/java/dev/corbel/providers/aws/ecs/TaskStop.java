package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.call.Waiter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Tag;

/**
 * Ends all tasks of services. ECS no longer counts a task that it has told to stop, neither in a deployment's percentages
 * nor as running, though it goes on for a while: so the tasks themselves are asked for.
 */
final class TaskStop {
    private static final String ENDED = "STOPPED";
    private static final int MAX_PER_CALL = 100;

    private final EcsClient ecs;
    private final ServiceReader reader;
    private final Waiter waiter;

    TaskStop(AwsSession session, Waiter waiter) {
        this.ecs = Ecs.client(session);
        this.reader = new ServiceReader(session);
        this.waiter = waiter;
    }

    /** Stops the services, which remember what they had; done when no task of theirs is left. */
    void stop(List<ServiceId> ids) throws ProviderException {
        active(ids).forEach(this::hold);
        waiter.until(
                "all tasks of " + ids.stream().map(ServiceId::text).collect(Collectors.joining(", ")) + " to end",
                () -> isOver(ids));
    }

    Map<ServiceId, Service> active(List<ServiceId> ids) {
        Map<ServiceId, Service> there = reader.list(ids);
        there.values().removeIf(service -> !"ACTIVE".equals(service.status()));
        return there;
    }

    /** The number is written down before it is taken away. */
    private void hold(ServiceId id, Service service) {
        if (service.desiredCount() > 0 && HeldService.count(service).isEmpty()) {
            Tag count = Tag.builder()
                    .key(HeldService.COUNT)
                    .value(Integer.toString(service.desiredCount()))
                    .build();
            ecs.tagResource(call -> call.resourceArn(service.serviceArn()).tags(count));
        }
        empty(id, service);
    }

    private boolean empty(ServiceId id, Service service) {
        if (service.desiredCount() == 0) {
            return true;
        }
        ecs.updateService(call -> call.cluster(id.cluster()).service(id.name()).desiredCount(0));
        return false;
    }

    /** Auto scaling may have raised a count meanwhile, which is taken back. */
    private boolean isOver(List<ServiceId> ids) {
        boolean empty = true;
        for (Map.Entry<ServiceId, Service> one : active(ids).entrySet()) {
            empty &= empty(one.getKey(), one.getValue()) && !hasTasks(one.getKey());
        }
        return empty;
    }

    private boolean hasTasks(ServiceId id) {
        if (!tasks(id, DesiredStatus.RUNNING).isEmpty()) {
            return true;
        }
        List<String> told = tasks(id, DesiredStatus.STOPPED);
        for (int start = 0; start < told.size(); start += MAX_PER_CALL) {
            List<String> some = told.subList(start, Math.min(told.size(), start + MAX_PER_CALL));
            boolean ended = ecs.describeTasks(call -> call.cluster(id.cluster()).tasks(some)).tasks().stream()
                    .allMatch(task -> Objects.equals(task.lastStatus(), ENDED));
            if (!ended) {
                return true;
            }
        }
        return false;
    }

    private List<String> tasks(ServiceId id, DesiredStatus told) {
        return new ArrayList<>(ecs
                .listTasksPaginator(call ->
                        call.cluster(id.cluster()).serviceName(id.name()).desiredStatus(told))
                .taskArns()
                .stream()
                .toList());
    }
}
