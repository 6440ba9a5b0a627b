package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * Waits until a service runs as it was last told to: one deployment, with all the tasks that are wanted.
 *
 * @param id the service
 */
record Rollout(ServiceReader reader, ServiceId id, Waiter waiter) {
    /** Another controller than ECS has no deployments. */
    private static final Deployment NONE =
            Deployment.builder().id("").createdAt(Instant.MIN).build();

    private static final Service GONE = Service.builder().status("INACTIVE").build();

    /**
     * Waits; fails once the deployment that was begun is given up.
     *
     * @param begun the service as the change left it
     */
    void awaitSteadyState(Service begun) throws ProviderException {
        Deployment deployment = primary(begun);
        Service last = waiter.untilPresent(
                "the service " + id.text() + " to become steady",
                () -> Optional.of(reader.find(id).orElse(GONE)).filter(service -> isOver(service, deployment)));
        if (!isActive(last)) {
            throw NotFound.exception("service " + id.text());
        }
        Optional<Deployment> failed = failure(last, deployment);
        if (failed.isPresent()) {
            throw givenUp(failed.get().rolloutStateReason());
        }
        if (!primary(last).id().equals(deployment.id())) {
            throw givenUp(null);
        }
    }

    private static boolean isOver(Service service, Deployment begun) {
        return !isActive(service)
                || failure(service, begun).isPresent()
                || (isSteady(service) && !isBefore(service, begun));
    }

    /** Reads lag: this is still the service as it was before the deployment began. */
    private static boolean isBefore(Service service, Deployment begun) {
        return primary(service).createdAt().isBefore(begun.createdAt());
    }

    private static boolean isActive(Service service) {
        return "ACTIVE".equals(service.status());
    }

    private static boolean isSteady(Service service) {
        return service.deployments().size() <= 1
                && service.desiredCount().equals(service.runningCount())
                && primary(service).rolloutState() != DeploymentRolloutState.IN_PROGRESS;
    }

    private static Optional<Deployment> failure(Service service, Deployment begun) {
        return service.deployments().stream()
                .filter(one -> one.id().equals(begun.id()) && one.rolloutState() == DeploymentRolloutState.FAILED)
                .findFirst();
    }

    private static Deployment primary(Service service) {
        return service.deployments().stream()
                .filter(one -> "PRIMARY".equals(one.status()))
                .findFirst()
                .orElse(NONE);
    }

    private ProviderException givenUp(@Nullable String reason) {
        return new ProviderException(Diagnostic.error(
                        "The deployment of the service " + id.text() + " was given up",
                        reason == null ? "The service went back to the deployment before it." : reason)
                .withHint("The events of the service and the logs of its tasks tell why they did not come up."));
    }
}
