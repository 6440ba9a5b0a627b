package dev.corbel.providers.aws.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Nothing in the chain has credentials. The SDK throws the same class here as for everything that a client meets. */
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

    /**
     * Tells the failures of a chain apart from those of calls.
     *
     * @param profile the one profile that the chain consists of; empty for the SDK's whole chain
     */
    record Chain(AwsCredentialsProvider provider, Optional<String> profile) implements AwsCredentialsProvider {
        @Override
        public AwsCredentials resolveCredentials() {
            try {
                return provider.resolveCredentials();
            } catch (SdkClientException nothing) {
                throw new NoCredentialsException(reason(nothing), nothing);
            }
        }

        private String reason(SdkClientException nothing) {
            return NamedProfile.missing(profile)
                    .or(() -> profile.map(
                            name -> "The profile \"" + name + "\" gives none: " + shortened(nothing.getMessage())))
                    .orElse("Neither the environment nor the shared configuration files nor the metadata of a"
                            + " container or machine has any");
        }

        /** The SDK ends some messages with a dump of the whole configuration file. */
        private static String shortened(@Nullable String message) {
            return message == null ? "" : message.replaceFirst(": ProfileFile\\(.*", "");
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
