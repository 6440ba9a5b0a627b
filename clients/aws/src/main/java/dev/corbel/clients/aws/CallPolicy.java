package dev.corbel.clients.aws;

import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * The patience of the clients on one set of connections.
 *
 * @param connections open at once, at most
 * @param socketTimeout the longest pause of the service that does not end an attempt
 * @param retries makes the retries of one client
 */
public record CallPolicy(int connections, Duration socketTimeout, Supplier<? extends RetryStrategy> retries) {
    public CallPolicy {
        if (connections < 1 || socketTimeout.isNegative() || socketTimeout.isZero()) {
            throw new IllegalArgumentException("no connections, or no time to use them");
        }
    }
}
