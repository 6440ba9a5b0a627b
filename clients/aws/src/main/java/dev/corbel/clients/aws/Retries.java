package dev.corbel.clients.aws;

import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.retries.AdaptiveRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RecordSuccessResponse;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/**
 * The SDK's adaptive retries (they wait as long as Retry-After says, and slow down under throttling), with a number of
 * attempts for each kind of failure: many for throttling, few where nothing answers, so that a wrong endpoint is told
 * at once.
 */
public final class Retries implements RetryStrategy {
    /** For calls that must not take effect twice: repeats only those that certainly had no effect. */
    static final SdkPlugin ONLY_WITHOUT_EFFECT =
            client -> client.overrideConfiguration(override -> override.retryStrategy(new Retries(adaptive(), true)));

    private static final int MAX_ATTEMPTS = 12;

    private final RetryStrategy adaptive;
    private final boolean onlyWithoutEffect;

    private Retries(RetryStrategy adaptive, boolean onlyWithoutEffect) {
        this.adaptive = adaptive;
        this.onlyWithoutEffect = onlyWithoutEffect;
    }

    /** Retries for one client. */
    public static Retries create() {
        return new Retries(adaptive(), false);
    }

    private static AdaptiveRetryStrategy adaptive() {
        return AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()
                .maxAttempts(MAX_ATTEMPTS)
                .build();
    }

    /** The number of attempts for a kind of failure. */
    public static int attempts(ErrorClass kind, boolean onlyWithoutEffect) {
        return switch (kind) {
            case THROTTLED -> MAX_ATTEMPTS;
            case UNREACHABLE -> 3;
            case UNCERTAIN -> onlyWithoutEffect ? 1 : 5;
            case EXPIRED_CREDENTIALS, NOT_FOUND, REFUSED -> 2;
            case NO_CREDENTIALS, REJECTED_CREDENTIALS, ACCESS_DENIED, CANCELLED -> 1;
        };
    }

    @Override
    public AcquireInitialTokenResponse acquireInitialToken(AcquireInitialTokenRequest request) {
        AcquireInitialTokenResponse first = adaptive.acquireInitialToken(request);
        return AcquireInitialTokenResponse.create(new Attempt(1, first.token()), first.delay());
    }

    @Override
    public RefreshRetryTokenResponse refreshRetryToken(RefreshRetryTokenRequest request) {
        Attempt attempt = (Attempt) request.token();
        if (attempt.number() >= attempts(ErrorClass.of(request.failure()), onlyWithoutEffect)) {
            throw new TokenAcquisitionFailedException("no more attempts", attempt, request.failure());
        }
        RefreshRetryTokenResponse next = adaptive.refreshRetryToken(
                request.toBuilder().token(attempt.token()).build());
        return RefreshRetryTokenResponse.create(new Attempt(attempt.number() + 1, next.token()), next.delay());
    }

    @Override
    public RecordSuccessResponse recordSuccess(RecordSuccessRequest request) {
        Attempt attempt = (Attempt) request.token();
        RecordSuccessResponse recorded = adaptive.recordSuccess(RecordSuccessRequest.create(attempt.token()));
        return RecordSuccessResponse.create(new Attempt(attempt.number(), recorded.token()));
    }

    @Override
    public int maxAttempts() {
        return MAX_ATTEMPTS;
    }

    /** The SDK has nothing to add to what is set here. */
    @Override
    public boolean useClientDefaults() {
        return false;
    }

    @Override
    public Builder<?, ?> toBuilder() {
        return adaptive.toBuilder();
    }

    private record Attempt(int number, RetryToken token) implements RetryToken {}
}
