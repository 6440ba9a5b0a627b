package dev.corbel.providers.aws.client;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** One set of credentials and what is built on it: an HTTP client, and a client per service and region. */
final class SharedAccount implements AutoCloseable {
    /** How many calls of one batch run at once. */
    private static final int PARALLEL_DETAILS = 16;

    private final AccountSettings settings;
    private final SdkHttpClient http = HttpClients.create();
    private final AwsCredentialsProvider credentials;
    private final Map<ClientKey, SdkAutoCloseable> clients = new ConcurrentHashMap<>();
    private final Map<ClientKey, Object> shared = new ConcurrentHashMap<>();
    private @Nullable GetCallerIdentityResponse identity;
    private @Nullable ExecutorService executor;

    private record ClientKey(Class<?> type, String region) {}

    SharedAccount(AccountSettings settings, String region) {
        this.settings = settings;
        this.credentials = CredentialsChain.of(settings, http, Region.of(region));
    }

    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C client(
            Class<C> type, String region, Supplier<B> builder) {
        return type.cast(clients.computeIfAbsent(new ClientKey(type, region), key -> build(builder.get(), region)));
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C build(B builder, String region) {
        settings.endpoint().map(URI::create).ifPresent(builder::endpointOverride);
        return builder.region(Region.of(region))
                .httpClient(http)
                .credentialsProvider(credentials)
                .overrideConfiguration(override ->
                        override.retryStrategy(Retries.create()).addExecutionInterceptor(new CallTrace.Interceptor()))
                .build();
    }

    Object shared(Class<?> kind, String region, Supplier<?> make) {
        return shared.computeIfAbsent(new ClientKey(kind, region), key -> make.get());
    }

    /** Who the credentials belong to; asked once. */
    synchronized GetCallerIdentityResponse identity(String region) {
        if (identity == null) {
            identity = client(StsClient.class, region, StsClient::builder).getCallerIdentity();
        }
        return identity;
    }

    synchronized ExecutorService executor() {
        if (executor == null) {
            AtomicInteger number = new AtomicInteger();
            executor = Executors.newFixedThreadPool(PARALLEL_DETAILS, task -> {
                Thread thread = new Thread(task, "aws-details-" + number.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
        }
        return executor;
    }

    @Override
    public synchronized void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
        clients.values().forEach(SdkAutoCloseable::close);
        if (credentials instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
        http.close();
    }
}
