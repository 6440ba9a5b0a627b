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
import dev.corbel.providers.aws.resource.ErrorMatch;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.Propagation;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/** The calls of {@code aws_ecs_task_definition}. */
final class TaskDefinitionOperations implements Operations {
    /** IAM has told of a new role, but ECS does not know it yet. */
    private static final ErrorMatch ROLE_NOT_YET_KNOWN = new ErrorMatch("ClientException", "role");

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        return session.batch()
                .readEach(
                        requests,
                        request -> find(
                                session,
                                arn(request.prior().attributes()),
                                request.prior().attributes()));
    }

    private static String arn(MapValue attributes) {
        return new DesiredAttributes(attributes).required("arn");
    }

    private static Optional<ObjectState> find(AwsSession session, String arn, MapValue known) {
        return new TaskDefinitionReader(session).find(arn).map(found -> show(session, found, known));
    }

    private static ObjectState show(AwsSession session, DescribeTaskDefinitionResponse found, MapValue known) {
        return new TaskDefinitionReader(session).show(found.taskDefinition(), Ecs.map(found.tags()), known);
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        RegisterTaskDefinitionRequest call = TaskRegistration.of(request);
        TaskDefinitionReader reader = new TaskDefinitionReader(session);
        return IdempotentCreate.<ObjectState>create(
                session,
                ROLE_NOT_YET_KNOWN,
                once -> {
                    var answer = Ecs.client(session)
                            .registerTaskDefinition(
                                    call.toBuilder().overrideConfiguration(once).build());
                    return reader.show(
                            answer.taskDefinition(), Tags.of(request.planned(), request.token()), request.planned());
                },
                () -> reader.createdBy(new DesiredAttributes(request.planned()).required("family"), request.token())
                        .map(found -> show(session, found, request.planned())));
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        TaskDefinitionReader reader = new TaskDefinitionReader(session);
        String family = new DesiredAttributes(request.planned()).required("family");
        return session.waiter(IdempotentCreate.READ_LAG)
                .poll(() -> reader.createdBy(family, request.token()))
                .map(found -> show(session, found, request.planned()));
    }

    /** Tags alone change in place, and what only Corbel keeps. */
    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        String arn = arn(prior.attributes());
        Ecs.changeTags(session, arn, prior, new DesiredAttributes(request.planned()));
        return Propagation.read(
                session.waiter(IdempotentCreate.READ_LAG),
                "task definition " + Ecs.name(arn),
                request.planned(),
                () -> find(session, arn, request.planned()));
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        if (prior.isTrue("skip_destroy")) {
            return;
        }
        String arn = arn(prior.attributes());
        if (prior.has("retention")) {
            RevisionRetention.of(session, prior.block("retention")).endOld(Ecs.name(arn));
        } else {
            new TaskDefinitionReader(session).deregister(arn);
        }
    }

    @Override
    public List<String> list(AwsSession session) {
        return new TaskDefinitionReader(session).arns();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        return find(session, id, MapValue.EMPTY);
    }
}
