package dev.corbel.clients.aws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * There are no credentials to sign with. The SDK itself throws the same class here as for everything that a client meets.
 * The message begins with a small letter and has no full stop.
 */
public final class NoCredentialsException extends SdkClientException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String profile;

    private NoCredentialsException(String reason, @Nullable String profile, SdkClientException cause) {
        super(SdkClientException.builder().message(reason).cause(cause));
        this.profile = profile;
    }

    /** The one profile that was asked; empty for the SDK's whole chain. */
    public Optional<String> profile() {
        return Optional.ofNullable(profile);
    }

    /** Trying again finds none either. */
    @Override
    public boolean retryable() {
        return false;
    }

    /** The one among the causes of a failure, if any. */
    public static Optional<NoCredentialsException> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoCredentialsException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
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
                throw new NoCredentialsException(reason(nothing), profile.orElse(null), nothing);
            }
        }

        private String reason(SdkClientException nothing) {
            return profile.map(name -> "the profile \"" + name + "\" gives none: " + shortened(nothing.getMessage()))
                    .orElse("neither the environment nor the shared configuration files nor the metadata of a"
                            + " container or machine has any");
        }

        /** The SDK ends some messages with a dump of the whole configuration file. */
        private static String shortened(@Nullable String message) {
            return message == null ? "" : message.replaceFirst(": ProfileFile\\(.*", "");
        }
    }
}
