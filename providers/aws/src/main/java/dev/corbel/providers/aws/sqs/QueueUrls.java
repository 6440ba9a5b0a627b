package dev.corbel.providers.aws.sqs;

import dev.corbel.providers.aws.client.AwsSession;
import java.util.Optional;

/** The URLs of queues, by which SQS knows them. */
public final class QueueUrls {
    private QueueUrls() {}

    /** The URL of the queue of a name; empty where there is none. */
    public static Optional<String> of(AwsSession session, String name) {
        return new QueueReader(session).url(name);
    }
}
