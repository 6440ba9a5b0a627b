package dev.corbel.providers.aws.rds;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.aws.client.AwsSession;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.RdsException;

/** The client of RDS, and the parts that its types share. */
final class Rds {
    private Rds() {}

    static RdsClient client(AwsSession session) {
        return session.client(RdsClient.class, RdsClient::builder);
    }

    /** The answer; empty where RDS says that there is no such object. */
    static <T> Optional<T> ifFound(Supplier<T> call) {
        try {
            return Optional.ofNullable(call.get());
        } catch (RdsException failure) {
            if (ErrorClass.of(failure) == ErrorClass.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
