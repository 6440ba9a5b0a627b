package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.ErrorMatch;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.Waiter;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceNotActiveException;
import software.amazon.awssdk.services.ecs.model.ServiceNotFoundException;

/** Ends a service: no more tasks, then the service itself, then the wait until all its tasks are drained. */
final class ServiceDeletion {
    /** What passes: a deployment that is under way, and tasks that are still going. */
    private static final Predicate<RuntimeException> STILL_BUSY = new ErrorMatch(
                    "InvalidParameterException", "cannot be stopped")
            .or(new ErrorMatch("ClientException", "dependencyviolation"));

    private final EcsClient ecs;
    private final ServiceReader reader;
    private final ServiceId id;
    private final boolean forced;
    private final Waiter waiter;

    ServiceDeletion(AwsSession session, DeleteRequest request) {
        this.ecs = Ecs.client(session);
        this.reader = new ServiceReader(session);
        this.id = ServiceId.of(request.prior().attributes());
        this.forced = new DesiredAttributes(request.prior().attributes()).isTrue("force_delete");
        this.waiter = session.waiter(request.timeout().orElse(EcsServiceResource.TIMEOUT));
    }

    void delete() throws ProviderException {
        Optional<Service> there = reader.find(id);
        if (there.isPresent() && "ACTIVE".equals(there.get().status())) {
            boolean scaled = !"DAEMON".equals(there.get().schedulingStrategyAsString())
                    && there.get().desiredCount() > 0;
            waiter.whileRefused(STILL_BUSY, () -> end(scaled && !forced));
        }
        waiter.until(
                "the service " + id.text() + " to drain", () -> reader.find(id).isEmpty());
    }

    private boolean end(boolean scaleDown) {
        try {
            if (scaleDown) {
                ecs.updateService(
                        call -> call.cluster(id.cluster()).service(id.name()).desiredCount(0));
            }
            ecs.deleteService(
                    call -> call.cluster(id.cluster()).service(id.name()).force(forced ? true : null));
            return true;
        } catch (ServiceNotFoundException | ServiceNotActiveException goneMeanwhile) {
            return false;
        }
    }
}
