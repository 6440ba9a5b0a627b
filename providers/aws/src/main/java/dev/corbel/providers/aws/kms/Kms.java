package dev.corbel.providers.aws.kms;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.aws.client.AwsSession;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KmsException;

/** The client of KMS, and the parts that its types share. */
final class Kms {
    /** The codes that pass while a new or newly enabled key is not known everywhere. */
    static final Set<String> NOT_YET = Set.of("NotFoundException", "DisabledException");

    private Kms() {}

    static KmsClient client(AwsSession session) {
        return session.client(KmsClient.class, KmsClient::builder);
    }

    /** The answer; empty where KMS says that there is no such object. */
    static <T> Optional<T> ifFound(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (KmsException failure) {
            if (ErrorClass.of(failure) == ErrorClass.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
