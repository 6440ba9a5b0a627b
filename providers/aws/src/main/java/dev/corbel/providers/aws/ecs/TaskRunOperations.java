package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.List;
import java.util.Optional;

/** The calls of {@code aws_ecs_task_run}. */
final class TaskRunOperations implements Operations {

    /** A task that has ended is soon forgotten by ECS; what it did stays. */
    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        return requests.stream()
                .<ReadResult>map(request -> new ReadResult.Present(request.prior()))
                .toList();
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        String task = new TaskRun(session, request.timeout().orElse(EcsTaskRunResource.TIMEOUT))
                .run(request.planned(), request.token());
        return new Attributes(EcsTaskRunResource.SCHEMA)
                .from(request.planned())
                .text("id", task)
                .text(EcsTaskRunResource.TASK, task)
                .object();
    }

    /** The token of the first attempt would find its task, of which nobody knows whether it ended well. */
    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) {
        return Optional.empty();
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        Attributes updated = new Attributes(EcsTaskRunResource.SCHEMA).from(request.planned());
        if (EcsTaskRunResource.isDue(request.planned(), request.prior().attributes())) {
            updated.text(
                    EcsTaskRunResource.TASK,
                    new TaskRun(session, request.timeout().orElse(EcsTaskRunResource.TIMEOUT))
                            .run(request.planned(), request.token()));
        }
        return updated.object();
    }

    /** What it did cannot be undone. */
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
