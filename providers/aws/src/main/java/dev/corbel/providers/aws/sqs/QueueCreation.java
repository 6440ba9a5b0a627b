package dev.corbel.providers.aws.sqs;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.naming.GeneratedName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/**
 * Creates a queue. SQS takes the creation of a queue that is there already for done where all attributes are the same, so
 * a tag tells whose it is.
 */
final class QueueCreation {
    /** For a minute, the name of a deleted queue cannot be used again. */
    private static final Set<String> DELETED_RECENTLY =
            Set.of("AWS.SimpleQueueService.QueueDeletedRecently", "QueueDeletedRecently");

    private static final Set<String> TAKEN = Set.of("QueueNameExists", "QueueAlreadyExists");

    private final AwsSession session;
    private final CreateRequest request;
    private final QueueReader reader;
    private final String name;

    QueueCreation(AwsSession session, CreateRequest request) {
        this.session = session;
        this.request = request;
        this.reader = new QueueReader(session);
        this.name = name(request);
    }

    private static String name(CreateRequest request) {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        String name = desired.text("name");
        if (name != null) {
            return name;
        }
        String end = desired.isTrue("fifo_queue") ? SqsQueueResource.FIFO : "";
        return GeneratedName.of(request, "name_prefix", SqsQueueResource.MAX_NAME_LENGTH - end.length()) + end;
    }

    ObjectState create() throws ProviderException {
        Optional<String> there = reader.url(name);
        if (there.isPresent()) {
            return finish(there.get());
        }
        try {
            return finish(IdempotentCreate.create(session, DELETED_RECENTLY, this::call, () -> reader.url(name)
                    .filter(this::isOurs)));
        } catch (ProviderException failure) {
            throw failure.getCause() != null && TAKEN.contains(ErrorClass.code(failure.getCause()))
                    ? taken().because(failure)
                    : failure;
        }
    }

    private String call(AwsRequestOverrideConfiguration once) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (QueueAttribute attribute : QueueAttribute.ALL) {
            attribute
                    .sent(request.planned())
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> attributes.put(attribute.sqs(), text));
        }
        return Sqs.client(session)
                .createQueue(call -> call.queueName(name)
                        .attributesWithStrings(attributes)
                        .tags(Tags.of(request.planned(), request.token()))
                        .overrideConfiguration(once))
                .queueUrl();
    }

    Optional<ObjectState> recover() throws ProviderException {
        Optional<String> found = session.waiter(IdempotentCreate.READ_LAG).poll(() -> reader.url(name));
        return found.isEmpty() ? Optional.empty() : Optional.of(finish(found.get()));
    }

    private ObjectState finish(String url) throws ProviderException {
        Map<String, String> tags = reader.tags(url).orElse(Map.of());
        if (!isOurs(tags)) {
            throw taken();
        }
        return new PartialResult(SdkFailures.SDK, reader.beginning(url, tags, request.planned()))
                .then(() -> new QueueChange(session, request.timeout().orElse(SqsQueueResource.TIMEOUT))
                        .awaited(url, request.planned()));
    }

    private boolean isOurs(String url) {
        return reader.tags(url).filter(this::isOurs).isPresent();
    }

    private boolean isOurs(Map<String, String> tags) {
        return request.token().equals(tags.get(Tags.OPERATION));
    }

    private ProviderException taken() {
        return new ProviderException(Diagnostic.error(
                        "The queue \"" + name + "\" is there already",
                        "This account has a queue of this name that Corbel did not create here.")
                .withHint("To manage it: adopt('" + request.address() + "') { id = 'URL' }, with its URL."));
    }
}
