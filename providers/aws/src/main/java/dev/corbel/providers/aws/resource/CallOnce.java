package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.ErrorClass;
import dev.corbel.providers.aws.client.Failures;
import dev.corbel.providers.aws.client.RetryRules;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Creates something through a call that makes another object each time it is repeated. Where the answer got lost, the
 * object is looked for by its tag before the call is made again.
 */
public final class CallOnce {
    private static final int ATTEMPTS = 3;

    /** How long lists may take to show a new object. */
    public static final Duration READ_LAG = Duration.ofSeconds(15);

    private static final AwsRequestOverrideConfiguration WITHOUT_REPEATING = AwsRequestOverrideConfiguration.builder()
            .addPlugin(RetryRules.onlyWithoutEffect())
            .build();

    private CallOnce() {}

    /**
     * Makes the call.
     *
     * @param call takes an override for its request that keeps the SDK from repeating it
     * @param find looks for the object by its tag
     */
    public static <T> T create(
            AwsSession session, Function<AwsRequestOverrideConfiguration, T> call, Supplier<Optional<T>> find)
            throws ProviderException {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.apply(WITHOUT_REPEATING);
            } catch (SdkException failure) {
                if (ErrorClass.of(failure) != ErrorClass.UNCERTAIN) {
                    throw Failures.exception(failure);
                }
                Optional<T> found = new Waiter(session.context(), READ_LAG).poll(find);
                if (found.isPresent()) {
                    return found.get();
                }
                if (attempt == ATTEMPTS) {
                    throw Failures.exception(failure);
                }
            }
        }
    }
}
