package dev.corbel.clients.aws;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;

/** The source of credentials: the named profile, else the SDK's own chain. */
final class CredentialsChain {
    private CredentialsChain() {}

    /** A profile that the definition names wins over the environment. */
    static AwsCredentialsProvider of(Optional<String> profile) {
        return new NoCredentialsException.Chain(
                profile.isPresent()
                        ? ProfileCredentialsProvider.create(profile.get())
                        : DefaultCredentialsProvider.builder().build(),
                profile);
    }
}
