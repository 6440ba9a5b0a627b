package dev.corbel.providers.aws.resource;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.clients.aws.RetryRules;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/**
 * Creates something through a call that makes another object each time it is repeated. Where the answer got lost, the
 * object is looked for by its tag before the call is made again.
 */
public final class IdempotentCreate {
    private static final int ATTEMPTS = 3;

    /** How long lists may take to show a new object. */
    public static final Duration READ_LAG = Duration.ofSeconds(15);

    /** How long a service may take until all its calls know a new object. */
    public static final Duration PROPAGATION = Duration.ofMinutes(2);

    private static final AwsRequestOverrideConfiguration WITHOUT_REPEATING = AwsRequestOverrideConfiguration.builder()
            .addPlugin(RetryRules.onlyWithoutEffect())
            .build();

    private IdempotentCreate() {}

    /**
     * Makes the call.
     *
     * @param notYet codes that pass: what the call refers to is not known everywhere
     * @param call takes an override for its request that keeps the SDK from repeating it
     * @param find looks for the object by its tag
     */
    public static <T> T create(
            AwsSession session,
            Set<String> notYet,
            Function<AwsRequestOverrideConfiguration, T> call,
            Supplier<Optional<T>> find)
            throws ProviderException {
        return create(session, failure -> notYet.contains(ErrorClass.code(failure)), call, find);
    }

    /** The same for refusals that their code alone does not tell apart; see {@link ErrorMatch}. */
    public static <T> T create(
            AwsSession session,
            Predicate<RuntimeException> notYet,
            Function<AwsRequestOverrideConfiguration, T> call,
            Supplier<Optional<T>> find)
            throws ProviderException {
        Waiter propagation = session.waiter(PROPAGATION);
        for (int attempt = 1; ; attempt++) {
            try {
                return propagation.whileRefused(notYet, () -> call.apply(WITHOUT_REPEATING));
            } catch (ProviderException failure) {
                if (failure.getCause() == null || ErrorClass.of(failure.getCause()) != ErrorClass.UNCERTAIN) {
                    throw failure;
                }
                Optional<T> found = session.waiter(READ_LAG).poll(find);
                if (found.isPresent()) {
                    return found.get();
                }
                if (attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }
}
