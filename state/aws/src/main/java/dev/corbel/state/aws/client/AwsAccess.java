package dev.corbel.state.aws.client;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** One set of credentials, a region, and the connections of the clients that are built on them. */
public final class AwsAccess implements AutoCloseable {
    /** A pause of the service that is longer than this ends an attempt; a lease must not run out meanwhile. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final AccessSettings settings;
    private final Region region;
    private final SdkHttpClient http = ApacheHttpClient.builder()
            .maxConnections(32)
            .connectionTimeout(Duration.ofSeconds(5))
            .socketTimeout(SILENCE)
            .build();
    private final AwsCredentialsProvider credentials;
    private final Deque<SdkAutoCloseable> opened = new ArrayDeque<>();

    /**
     * Connects to nothing yet.
     *
     * @param block how people write the block that says so, such as {@code state('s3')}
     * @throws DiagnosticsException where there is no region
     */
    public AwsAccess(AccessSettings settings, String block) {
        this.settings = settings;
        this.region = Region.of(region(settings, block));
        this.credentials = credentials();
    }

    public String region() {
        return region.id();
    }

    /** Builds a client; what it is set to besides stays as it is. */
    public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C build(
            B builder) {
        settings.endpoint().map(URI::create).ifPresent(builder::endpointOverride);
        C client = connected(builder, credentials);
        opened.push(client);
        return client;
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C connected(
            B builder, AwsCredentialsProvider signer) {
        return builder.region(region)
                .httpClient(http)
                .credentialsProvider(signer)
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.standardRetryStrategy()))
                .build();
    }

    private AwsCredentialsProvider credentials() {
        // A profile that the definition names wins over what the environment happens to hold.
        AwsCredentialsProvider first = settings.profile()
                .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
        AwsCredentialsProvider named = new NoCredentialsException.Source(first, settings.profile());
        return settings.assumeRole()
                .<AwsCredentialsProvider>map(role -> assuming(role, named))
                .orElse(named);
    }

    private AwsCredentialsProvider assuming(AccessSettings.Role role, AwsCredentialsProvider first) {
        StsClient sts = connected(StsClient.builder(), first);
        StsAssumeRoleCredentialsProvider assumed = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(role.arn())
                        .roleSessionName(role.sessionName())
                        .externalId(role.externalId().orElse(null)))
                .build();
        opened.push(sts);
        opened.push(assumed);
        return assumed;
    }

    private static String region(AccessSettings settings, String block) {
        if (settings.region().isPresent()) {
            return settings.region().get();
        }
        try {
            // Not the SDK's whole chain: its last resort, asking the machine, takes seconds where there is no answer.
            return new AwsRegionProviderChain(
                            new SystemSettingsRegionProvider(),
                            new AwsProfileRegionProvider(
                                    ProfileFile::defaultProfileFile,
                                    settings.profile().orElse(null)))
                    .getRegion()
                    .id();
        } catch (SdkException none) {
            throw new DiagnosticsException(
                    Diagnostic.error(
                                    "No AWS region is given",
                                    "Neither " + block + " nor AWS_REGION nor the profile names one.")
                            .withHint("Add region = '…'."),
                    none);
        }
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
        http.close();
    }
}
