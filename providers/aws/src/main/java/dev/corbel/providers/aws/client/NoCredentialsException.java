package dev.corbel.providers.aws.client;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Nothing in the chain has credentials. The SDK throws the same class here as for everything that a client meets. */
final class NoCredentialsException extends SdkClientException {
    private static final long serialVersionUID = 1L;

    private NoCredentialsException(SdkClientException cause) {
        super(SdkClientException.builder().message(cause.getMessage()).cause(cause));
    }

    /** Trying again finds none either. */
    @Override
    public boolean retryable() {
        return false;
    }

    /** Tells the failures of a chain apart from those of calls. */
    record Chain(AwsCredentialsProvider provider) implements AwsCredentialsProvider {
        @Override
        public AwsCredentials resolveCredentials() {
            try {
                return provider.resolveCredentials();
            } catch (SdkClientException nothing) {
                throw new NoCredentialsException(nothing);
            }
        }
    }

    static @Nullable NoCredentialsException in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoCredentialsException found) {
                return found;
            }
        }
        return null;
    }
}
