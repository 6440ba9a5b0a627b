package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.call.Waiter;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/**
 * Brings up a service that has no tasks: one comes first and may change a schema with nobody else at work, then the rest.
 *
 * @param id the service
 * @param count how many tasks it is to have
 */
record GradualStart(AwsSession session, ServiceId id, int count, Waiter waiter) {

    /** The number of tasks to begin with. */
    static int first(int count) {
        return Math.min(1, count);
    }

    /**
     * Begins where the service stands, be it that it has all its tasks.
     *
     * @param call what is to change with the first task
     */
    void start(Service now, UpdateServiceRequest call) throws ProviderException {
        boolean changes = !call.equals(UpdateServiceRequest.builder().build());
        if (changes || now.desiredCount() < first(count)) {
            int begun = changes && now.desiredCount() > 0 ? now.desiredCount() : first(count);
            finish(update(call.toBuilder().desiredCount(begun).build()));
        } else {
            finish(now);
        }
    }

    /** Waits for the tasks that there are, and starts those that lack. */
    void finish(Service begun) throws ProviderException {
        rollout().awaitSteadyState(begun);
        if (begun.desiredCount() != count) {
            rollout()
                    .awaitSteadyState(update(
                            UpdateServiceRequest.builder().desiredCount(count).build()));
        }
    }

    /** Lets go of the service, which has its tasks again. */
    void release(Service service) {
        if (HeldService.isHeld(service)) {
            Ecs.client(session).untagResource(call -> call.resourceArn(service.serviceArn())
                    .tagKeys(HeldService.COUNT));
        }
    }

    private Rollout rollout() {
        return new Rollout(new ServiceReader(session), id, waiter);
    }

    private Service update(UpdateServiceRequest call) throws ProviderException {
        EcsClient ecs = Ecs.client(session);
        UpdateServiceRequest addressed =
                call.toBuilder().cluster(id.cluster()).service(id.name()).build();
        return waiter.whileRefused(
                ServiceCreation.NOT_YET, () -> ecs.updateService(addressed).service());
    }
}
