package dev.corbel.providers.aws.sqs;

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
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The calls of {@code aws_sqs_queue}. */
final class QueueOperations implements Operations {
    /** Read one by one, but many at a time. */
    static final int BATCH = 100;

    private static String url(ObjectState queue) {
        return new DesiredAttributes(queue.attributes()).required("id");
    }

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        QueueReader reader = new QueueReader(session);
        return session.batch()
                .readEach(
                        requests,
                        request -> reader.find(
                                url(request.prior()), request.prior().attributes()));
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        return new QueueCreation(session, request).create();
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        return new QueueCreation(session, request).recover();
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        String url = url(request.prior());
        if (!new QueueReader(session).isThere(url)) {
            throw NotFound.exception("queue " + url);
        }
        return new QueueChange(session, request.timeout().orElse(SqsQueueResource.TIMEOUT))
                .make(url, request.prior().attributes(), request.planned());
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        String url = url(request.prior());
        SqsClient sqs = Sqs.client(session);
        if (Sqs.ifFound(() -> sqs.deleteQueue(call -> call.queueUrl(url))).isPresent()) {
            QueueReader reader = new QueueReader(session);
            session.waiter(request.timeout().orElse(SqsQueueResource.TIMEOUT))
                    .until("the queue " + url + " to go", () -> !reader.isThere(url));
        }
    }

    @Override
    public List<String> list(AwsSession session) {
        return new QueueReader(session).urls();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        return new QueueReader(session).find(id, MapValue.EMPTY);
    }
}
