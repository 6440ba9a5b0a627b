package dev.corbel.providers.aws.client;

import dev.corbel.clients.aws.CallWatch;
import dev.corbel.clients.aws.EndpointVariables;
import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.MarkedObjects;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.call.Batch;
import dev.corbel.providers.kit.call.SharedLookups;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** One account in one region, with the tags that all objects get. */
public final class AwsSession implements Session {
    /** The number of values that a filter of EC2 takes. */
    public static final int BATCH_SIZE = 200;

    private final AwsConfiguration configuration;
    private final String region;
    private final ProviderContext context;
    private final Accounts accounts;
    private final SharedAccount account;
    private final Function<String, ConcurrencyKey> serviceOfType;
    private final MarkSearch marks;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Finds the objects that bear a mark of Corbel. */
    @FunctionalInterface
    public interface MarkSearch {
        MarkedObjects search(AwsSession session, BiPredicate<String, String> known);
    }

    AwsSession(
            AwsConfiguration configuration,
            String region,
            ProviderContext context,
            Accounts accounts,
            Function<String, ConcurrencyKey> serviceOfType,
            MarkSearch marks) {
        this.configuration = configuration;
        this.region = region;
        this.context = context;
        this.accounts = accounts;
        this.account = accounts.take(configuration.account(), region, CallWatch.of(context));
        this.serviceOfType = serviceOfType;
        this.marks = marks;
    }

    /** The region that everything of this session is in. */
    public String region() {
        return region;
    }

    /** The clock and the sleeper. */
    public ProviderContext context() {
        return context;
    }

    public Map<String, String> defaultTags() {
        return configuration.tags().defaults();
    }

    /** The rules for the tags of all objects. */
    public TagRules tagRules() {
        return configuration.tags();
    }

    /** The ARN of something in this session's region. */
    public String arn(String service, String accountId, String resource) {
        return "arn:%s:%s:%s:%s:%s".formatted(partition(), service, region, accountId, resource);
    }

    /** Such as {@code aws} or {@code aws-cn}. */
    public String partition() {
        return PartitionMetadata.of(Region.of(region)).id();
    }

    /** The end of the domain names of services, such as {@code amazonaws.com}. */
    public String domain() {
        return PartitionMetadata.of(Region.of(region)).dnsSuffix();
    }

    /** Tests whether something else than AWS answers: then buckets have no host names of their own. */
    public boolean hasOwnEndpoint() {
        return configuration.account().access().endpoint().isPresent() || EndpointVariables.areSet();
    }

    /** The caller. Asks STS once per account. */
    public GetCallerIdentityResponse identity() {
        return account.identity(region);
    }

    /**
     * The client of a service in this session's region: built when first asked for, shared by all sessions of the
     * account and region, closed with the last of them.
     *
     * @param builder such as {@code Ec2Client::builder}
     */
    public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C client(
            Class<C> type, Supplier<B> builder) {
        return client(type, region, builder);
    }

    /** The same in another region. */
    public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C client(
            Class<C> type, String otherRegion, Supplier<B> builder) {
        return account.client(type, otherRegion, builder);
    }

    /**
     * A value that all sessions of the account and region use together, until the last of them closes.
     *
     * @param kind a class that nothing else is kept under
     */
    public Object shared(Class<?> kind, Supplier<?> make) {
        return account.shared(kind, region, make);
    }

    /** Lookups of one kind, which all sessions of the account and region share.
     *
     * @param kind a class that nothing else is kept under
     * @param list finds those of some keys that are there; it may be the one of an earlier session
     */
    @SuppressWarnings("unchecked") // one class, one kind
    public <K, T> SharedLookups<K, T> lookups(Class<?> kind, Function<List<K>, Map<K, T>> list) {
        return (SharedLookups<K, T>) shared(kind, () -> new SharedLookups<>(BATCH_SIZE, list));
    }

    /** Batches of calls, beside each other where there are many. */
    public Batch batch() {
        return new Batch(SdkFailures.SDK, BATCH_SIZE, account::executor);
    }

    /** Waits for this account and region, in the session's time. */
    public Waiter waiter(Duration timeout) {
        return new Waiter(context, timeout, SdkFailures.SDK);
    }

    /** The region and the account that were found, wherever the environment or a profile decides them. */
    @Override
    public MapValue settled(MapValue recorded) {
        MapValue settled = recorded.with("region", Value.of(region));
        return account.accountId(region)
                .map(id -> settled.with("account", Value.of(id)))
                .orElse(settled);
    }

    @Override
    public List<ConcurrencyKey> concurrencyKeys(String type, MapValue attributes) {
        ConcurrencyKey service = serviceOfType.apply(type);
        String owner = configuration
                .account()
                .accountId()
                .or(() -> configuration.account().access().profile())
                .orElse("default");
        return List.of(new ConcurrencyKey("aws/" + owner + "/" + region + "/" + service.name(), service.limit()));
    }

    @Override
    public MarkedObjects listMarked(BiPredicate<String, String> known) {
        return marks.search(this, known);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            accounts.release(configuration.account(), CallWatch.of(context));
        }
    }
}
