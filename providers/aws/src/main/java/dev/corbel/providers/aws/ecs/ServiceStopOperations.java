package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Service;

/** The calls of {@code aws_ecs_service_stop}. */
final class ServiceStopOperations implements Operations {
    private static final String NEVER = "never";

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        return requests.stream()
                .<ReadResult>map(request -> new ReadResult.Present(request.prior()))
                .toList();
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        boolean stopped = stop(session, request.planned(), request.timeout());
        return shown(request.planned(), stopped ? request.token() : NEVER);
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) {
        return Optional.empty();
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        boolean stopped = stop(session, request.planned(), request.timeout());
        return shown(
                request.planned(),
                stopped
                        ? request.token()
                        : request.prior().attributes().text("stopped").orElse(NEVER));
    }

    private static ObjectState shown(MapValue planned, String stopped) {
        return new Attributes(EcsServiceStopResource.SCHEMA)
                .from(planned)
                .text("stopped", stopped)
                .object();
    }

    /** Tells whether there was anything to stop for: a service that is to get another revision than it runs. */
    private static boolean stop(AwsSession session, MapValue planned, Optional<Duration> timeout)
            throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(planned);
        String cluster = Ecs.name(desired.required("cluster"));
        List<DesiredAttributes> services = desired.blocks("service");
        TaskStop stop = new TaskStop(session, session.waiter(timeout.orElse(EcsServiceStopResource.TIMEOUT)));
        List<ServiceId> ids = services.stream()
                .map(service -> new ServiceId(cluster, service.required("name")))
                .toList();
        Map<ServiceId, Service> active = stop.active(ids);
        boolean needed = services.stream()
                .filter(service -> service.isTrue("stop_all"))
                .anyMatch(service -> isAnother(
                        active.get(new ServiceId(cluster, service.required("name"))),
                        service.required("task_definition")));
        if (needed) {
            stop.stop(ids);
        }
        return needed;
    }

    private static boolean isAnother(@Nullable Service service, String revision) {
        return service != null && !Ecs.name(service.taskDefinition()).equals(Ecs.name(revision));
    }

    /** What was stopped has come up again. */
    @Override
    public void delete(AwsSession session, DeleteRequest request) {}

    @Override
    public List<String> list(AwsSession session) {
        return List.of();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        return Optional.empty();
    }
}
