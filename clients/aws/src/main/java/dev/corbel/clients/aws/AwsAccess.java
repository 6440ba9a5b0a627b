package dev.corbel.clients.aws;

import java.net.URI;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** One set of credentials, and the connections of the clients that are built on them. Used by many threads at once. */
public final class AwsAccess implements AutoCloseable {
    private final AccessSettings settings;
    private final CallPolicy policy;
    private final CallWatch watch;
    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final Deque<SdkAutoCloseable> opened = new ConcurrentLinkedDeque<>();

    /** Connects to nothing yet. Lets all calls through. */
    public AwsAccess(AccessSettings settings, String region, CallPolicy policy) {
        this(settings, region, policy, CallWatch.NONE);
    }

    /**
     * Connects to nothing yet.
     *
     * @param region in which a role is taken on
     */
    public AwsAccess(AccessSettings settings, String region, CallPolicy policy, CallWatch watch) {
        this.settings = settings;
        this.policy = policy;
        this.watch = watch;
        this.http = HttpClients.create(policy.connections(), policy.socketTimeout());
        AwsCredentialsProvider first = CredentialsChain.of(settings.profile());
        this.credentials = settings.assumeRole().isPresent()
                ? assuming(settings.assumeRole().get(), first, region)
                : first;
    }

    /** Builds the client of a service in a region; the builder's other settings stay. It closes with this access. */
    public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C build(
            B builder, String region) {
        return build(builder, region, credentials);
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C build(
            B builder, String region, AwsCredentialsProvider signer) {
        settings.endpoint().map(URI::create).ifPresent(builder::endpointOverride);
        C client = builder.region(Region.of(region))
                .httpClient(http)
                .credentialsProvider(signer)
                .overrideConfiguration(
                        override -> override.retryStrategy(policy.retries().get())
                                .addExecutionInterceptor(new CallTrace.Interceptor())
                                .addExecutionInterceptor(watch.interceptor()))
                .build();
        opened.push(client);
        return client;
    }

    private AwsCredentialsProvider assuming(
            AccessSettings.AssumedRole role, AwsCredentialsProvider first, String region) {
        StsAssumeRoleCredentialsProvider assumed = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(build(StsClient.builder(), region, first))
                .refreshRequest(request -> request.roleArn(role.arn())
                        .roleSessionName(role.sessionName())
                        .externalId(role.externalId().orElse(null)))
                .build();
        opened.push(assumed);
        return assumed;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
        http.close();
    }
}
