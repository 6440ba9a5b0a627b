package dev.corbel.providers.aws.acm;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.aws.client.AwsSession;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.AcmException;

/** The client of Certificate Manager, and the parts that its types share. */
final class Acm {
    private Acm() {}

    static AcmClient client(AwsSession session) {
        return session.client(AcmClient.class, AcmClient::builder);
    }

    /** The answer; empty where there is no such certificate. */
    static <T> Optional<T> ifFound(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (AcmException failure) {
            if (ErrorClass.of(failure) == ErrorClass.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
