package dev.corbel.providers.aws.ec2;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.aws.client.AwsSession;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** The client of EC2, and the parts that its types share. */
final class Ec2 {
    /** The codes that pass while something that is going still hangs on an object. */
    static final Set<String> STILL_IN_USE = Set.of("DependencyViolation");

    private Ec2() {}

    static Ec2Client client(AwsSession session) {
        return session.client(Ec2Client.class, Ec2Client::builder);
    }

    /** The answer; empty where EC2 says that there is no such object. */
    static <T> Optional<T> ifFound(Supplier<Optional<T>> call) {
        try {
            return call.get();
        } catch (Ec2Exception failure) {
            if (ErrorClass.of(failure) == ErrorClass.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** The answer; empty where there is no such object, or where this code says that there is nothing to do. */
    static <T> Optional<T> unless(String code, Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (Ec2Exception failure) {
            if (ErrorClass.code(failure).equals(code) || ErrorClass.of(failure) == ErrorClass.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
