package dev.corbel.providers.aws.route53;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ChangeInfo;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** The client and the error codes of zones and records. */
final class Route53 {
    /** How long a change may take until all name servers answer by it. */
    static final Duration TIMEOUT = Route53ZoneResource.TIMEOUT;

    /** The code that passes while another change of the zone is under way. */
    static final Set<String> BUSY = Set.of("PriorRequestNotComplete");

    private Route53() {}

    static Route53Client client(AwsSession session) {
        return session.client(Route53Client.class, Route53Client::builder);
    }

    /** The answer; empty where there is no such zone. */
    static <T> Optional<T> ifFound(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (Route53Exception failure) {
            if (ErrorClass.of(failure) == ErrorClass.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** What follows the last slash: AWS writes {@code /hostedzone/Z123} for Z123. */
    static String plainId(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /** Waits until all name servers know of a change. */
    static void awaitSync(AwsSession session, ChangeInfo change, Waiter waiter) throws ProviderException {
        if (change == null || change.status() == ChangeStatus.INSYNC) {
            return;
        }
        String id = plainId(change.id());
        waiter.until(
                "the change " + id + " of Route 53 to reach all name servers",
                () -> client(session)
                                .getChange(request -> request.id(id))
                                .changeInfo()
                                .status()
                        == ChangeStatus.INSYNC);
    }
}
