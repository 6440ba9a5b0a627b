package dev.corbel.providers.aws.sqs;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.aws.client.AwsSession;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The client of SQS. */
final class Sqs {
    /** The code in the protocol of today and in that of old, which answers may still have. */
    private static final Set<String> NO_QUEUE = Set.of("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue");

    private Sqs() {}

    static SqsClient client(AwsSession session) {
        return session.client(SqsClient.class, SqsClient::builder);
    }

    /** The answer; empty where SQS says that there is no such queue. */
    static <T> Optional<T> ifFound(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (SqsException failure) {
            if (failure instanceof QueueDoesNotExistException || NO_QUEUE.contains(ErrorClass.code(failure))) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
