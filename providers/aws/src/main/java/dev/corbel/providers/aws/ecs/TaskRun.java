package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskResponse;
import software.amazon.awssdk.services.ecs.model.Task;

/** Runs a task and waits until it has ended, which has to be well. */
final class TaskRun {
    private static final String ENDED = "STOPPED";

    private final AwsSession session;
    private final EcsClient ecs;
    private final Waiter waiter;

    TaskRun(AwsSession session, Duration timeout) {
        this.session = session;
        this.ecs = Ecs.client(session);
        this.waiter = session.waiter(timeout);
    }

    /**
     * The ARN of the task that did it.
     *
     * @param token for which ECS starts no second task
     */
    String run(MapValue planned, String token) throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(planned);
        String cluster = Ecs.name(desired.required("cluster"));
        String task = start(desired, cluster, token);
        Task ended = waiter.untilPresent("task " + Ecs.name(task) + " to end", () -> ended(cluster, task));
        check(desired, ended);
        return task;
    }

    private String start(DesiredAttributes desired, String cluster, String token) throws ProviderException {
        RunTaskRequest.Builder call = RunTaskRequest.builder()
                .cluster(cluster)
                .taskDefinition(desired.required("task_definition"))
                .launchType(desired.text("launch_type"))
                .count(1)
                .startedBy("corbel")
                .clientToken(token);
        if (desired.has("network_configuration")) {
            call.networkConfiguration(new ServiceParts(desired).network());
        }
        RunTaskResponse started = session.waiter(Duration.ofMinutes(2))
                .whileRefused(ServiceCreation.NOT_YET, () -> ecs.runTask(call.build()));
        if (started.tasks().isEmpty()) {
            String reasons = started.failures().stream().map(Failure::reason).collect(Collectors.joining(", "));
            throw new ProviderException(Diagnostic.error(
                    "ECS does not start a task of " + Ecs.name(desired.required("task_definition")),
                    "It says: " + (reasons.isEmpty() ? "nothing" : reasons) + "."));
        }
        return started.tasks().get(0).taskArn();
    }

    private Optional<Task> ended(String cluster, String task) {
        List<Task> found =
                ecs.describeTasks(call -> call.cluster(cluster).tasks(task)).tasks();
        return found.stream()
                .filter(one -> Objects.equals(one.lastStatus(), ENDED))
                .findFirst();
    }

    private static void check(DesiredAttributes desired, Task task) throws ProviderException {
        List<Container> failed = task.containers().stream()
                .filter(container -> !Objects.equals(container.exitCode(), 0))
                .toList();
        if (!failed.isEmpty() || task.containers().isEmpty()) {
            String codes = failed.stream()
                    .map(container -> container.exitCode() == null
                            ? "%s did not start%s".formatted(container.name(), because(container.reason()))
                            : "%s ended with exit code %d".formatted(container.name(), container.exitCode()))
                    .collect(Collectors.joining("; "));
            throw new ProviderException(Diagnostic.error(
                            "The task of " + Ecs.name(desired.required("task_definition")) + " failed",
                            "%s. ECS says%s."
                                    .formatted(codes.isEmpty() ? "None of its containers ran" : codes, said(task)))
                    .withHint("Look at the log of task " + Ecs.name(task.taskArn())
                            + ", mend what stopped it, and apply again."));
        }
    }

    private static String because(String reason) {
        return reason == null ? "" : " (" + reason + ")";
    }

    private static String said(Task task) {
        return task.stoppedReason() == null ? " nothing" : ": " + task.stoppedReason();
    }
}
