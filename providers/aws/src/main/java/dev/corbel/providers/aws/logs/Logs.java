package dev.corbel.providers.aws.logs;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.aws.client.AwsSession;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;

/** The client of CloudWatch Logs, and the parts that its types share. */
final class Logs {
    private Logs() {}

    static CloudWatchLogsClient client(AwsSession session) {
        return session.client(CloudWatchLogsClient.class, CloudWatchLogsClient::builder);
    }

    /** The answer; empty where there is no such object. */
    static <T> Optional<T> ifFound(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (CloudWatchLogsException failure) {
            if (ErrorClass.of(failure) == ErrorClass.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
