package dev.corbel.providers.aws.secrets;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.ErrorMatch;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** The client of Secrets Manager, and the parts that its types share. */
final class Secrets {
    /** How many objects are read beside each other. */
    static final int BATCH = 100;

    /** The name is that of a secret that waits for its deletion. */
    static final ErrorMatch DELETED = new ErrorMatch("InvalidRequestException", "deletion");

    private static final ErrorMatch MARKED_DELETED = new ErrorMatch("InvalidRequestException", "marked deleted");

    private Secrets() {}

    static SecretsManagerClient client(AwsSession session) {
        return session.client(SecretsManagerClient.class, SecretsManagerClient::builder);
    }

    /** The answer; empty where there is no such object, or where its secret is deleted and only can be brought back. */
    static <T> Optional<T> ifFound(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (SecretsManagerException failure) {
            if (ErrorClass.of(failure) == ErrorClass.NOT_FOUND
                    || DELETED.test(failure)
                    || MARKED_DELETED.test(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
