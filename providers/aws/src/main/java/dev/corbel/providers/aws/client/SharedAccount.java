package dev.corbel.providers.aws.client;

import dev.corbel.clients.aws.AwsAccess;
import dev.corbel.clients.aws.CallPolicy;
import dev.corbel.clients.aws.CallWatch;
import dev.corbel.clients.aws.Retries;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The clients of one account, one per service and region, and the values that its sessions share. */
final class SharedAccount implements AutoCloseable {
    /** The number of calls of one batch that run at once. */
    private static final int MAX_PARALLEL = 16;

    private static final CallPolicy POLICY = new CallPolicy(64, Duration.ofSeconds(60), Retries::create);

    private final AwsAccess access;
    private final Map<ClientKey, SdkAutoCloseable> clients = new ConcurrentHashMap<>();
    private final Map<ClientKey, Object> shared = new ConcurrentHashMap<>();
    private @Nullable GetCallerIdentityResponse identity;
    private Optional<String> accountId = Optional.empty();
    private boolean wasAskedForAccount;
    private @Nullable ExecutorService executor;

    private record ClientKey(Class<?> type, String region) {}

    SharedAccount(AccountSettings settings, String region, CallWatch watch) {
        this.access = new AwsAccess(settings.access(), region, POLICY, watch);
    }

    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C client(
            Class<C> type, String region, Supplier<B> builder) {
        return type.cast(
                clients.computeIfAbsent(new ClientKey(type, region), key -> access.build(builder.get(), region)));
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

    /** The account that the credentials belong to; empty where STS gives no answer, which is not asked again. */
    synchronized Optional<String> accountId(String region) {
        if (!wasAskedForAccount) {
            wasAskedForAccount = true;
            try {
                accountId = Optional.of(identity(region).account());
            } catch (SdkException noAnswer) {
                // Whatever is called next says so.
            }
        }
        return accountId;
    }

    synchronized ExecutorService executor() {
        if (executor == null) {
            AtomicInteger number = new AtomicInteger();
            executor = Executors.newFixedThreadPool(MAX_PARALLEL, task -> {
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
        access.close();
    }
}
