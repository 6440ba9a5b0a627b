package dev.corbel.state.aws.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** There are no credentials to sign with. The SDK itself throws the same class here as for everything a client meets. */
final class NoCredentialsException extends SdkClientException {
    private static final long serialVersionUID = 1L;

    private NoCredentialsException(String reason, SdkClientException cause) {
        super(SdkClientException.builder().message(reason).cause(cause));
    }

    /** Trying again finds none either. */
    @Override
    public boolean retryable() {
        return false;
    }

    /** The one among the causes of a failure, if any. */
    static Optional<NoCredentialsException> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoCredentialsException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /**
     * Credentials whose absence can be told from other failures.
     *
     * @param profile the one profile that is asked; empty for the SDK's whole chain
     */
    record Source(AwsCredentialsProvider provider, Optional<String> profile) implements AwsCredentialsProvider {
        @Override
        public AwsCredentials resolveCredentials() {
            try {
                return provider.resolveCredentials();
            } catch (SdkClientException nothing) {
                throw new NoCredentialsException(
                        profile.map(name -> "the profile \"" + name + "\" gives none: " + reason(nothing.getMessage()))
                                .orElse("neither the environment nor the shared configuration files nor the metadata of"
                                        + " a container or machine has any"),
                        nothing);
            }
        }

        /** The SDK ends some messages with a dump of the whole configuration file. */
        private static String reason(@Nullable String message) {
            return message == null ? "" : message.replaceFirst(": ProfileFile\\(.*", "");
        }
    }
}
