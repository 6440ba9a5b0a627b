package dev.corbel.providers.azure.client;

import dev.corbel.clients.azure.ArmCalls;
import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.TypedRead;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmQueued;
import dev.corbel.providers.azure.arm.ArmRound;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.call.Batch;
import dev.corbel.providers.kit.call.FailureClassifier;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;

/** One subscription, with the tags that all objects get, and the region of those that name no location. */
public final class AzureSession implements ArmSession {
    /** The number of calls that a subscription takes at once without asking for fewer. */
    private static final int MAX_CALLS = 32;

    private static final int BATCH_SIZE = 100;
    private static final int READ_SIZE = 1000;

    private final AzureConfiguration configuration;
    private final ProviderContext context;
    private final Accesses accesses;
    private final SharedAccess access;
    private final ArmCalls calls;
    private final Types types;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** The types by their names. */
    @FunctionalInterface
    public interface Types {
        Optional<ResourceType> named(String name);
    }

    AzureSession(AzureConfiguration configuration, ProviderContext context, Accesses accesses, Types types) {
        this.configuration = configuration;
        this.context = context;
        this.accesses = accesses;
        this.access = accesses.take(configuration.access());
        this.calls = access.calls(context);
        this.types = types;
    }

    /** The calls, in this session's time and with its rights. */
    @Override
    public ArmCalls arm() {
        return calls;
    }

    /** The id of the subscription that everything lies in. */
    @Override
    public String subscription() {
        return found().id();
    }

    /** The id of the tenant of the subscription. */
    @Override
    public String tenant() {
        return found().tenant();
    }

    Subscription found() {
        return access.subscription(configuration.subscription(), calls);
    }

    /** The location of objects that name none, such as {@code swedencentral}: that of the region block around them. */
    public Optional<String> region() {
        return configuration.region();
    }

    /** Tags of every object that can have tags. */
    @Override
    public Map<String, String> defaultTags() {
        return configuration.defaultTags();
    }

    /** The clock and the sleeper. */
    @Override
    public ProviderContext context() {
        return context;
    }

    @Override
    public Object turn(String id) {
        return access.turn(id);
    }

    /** The failures of calls, for the kit. */
    @Override
    public FailureClassifier failures() {
        return ArmFailures.ARM;
    }

    /** Batches of calls, beside each other where there are many. */
    @Override
    public Batch batch() {
        return new Batch(ArmFailures.ARM, BATCH_SIZE, access::executor);
    }

    /** Waits for this subscription, in the session's time. */
    @Override
    public Waiter waiter(Duration timeout) {
        return new Waiter(context, timeout, ArmFailures.ARM);
    }

    /** The subscription that was found, wherever the environment or the credentials decide it. */
    @Override
    public MapValue settled(MapValue recorded) {
        MapValue settled = recorded.with("subscription", Value.of(subscription()));
        return configuration
                .region()
                .map(region -> settled.with("region", Value.of(region)))
                .orElse(settled);
    }

    /**
     * Objects of all types together: what lies in one list, or comes inside another object, takes one call. A run that changes nothing asks
     * with types of its own, which stand for those of the same names.
     */
    @Override
    public List<ReadResult> read(List<TypedRead> reads) {
        List<TypedRead> ours = reads.stream()
                .map(read -> new TypedRead(types.named(read.type().name()).orElse(read.type()), read.request()))
                .toList();
        return ArmRound.read(this, ours, ArmSession.super::read);
    }

    @Override
    public OptionalInt readBatchSize() {
        return OptionalInt.of(READ_SIZE);
    }

    @Override
    public List<ConcurrencyKey> concurrencyKeys(String type, MapValue attributes) {
        List<ConcurrencyKey> keys = new ArrayList<>(types.named(type)
                .filter(ArmQueued.class::isInstance)
                .map(known -> ((ArmQueued) known).concurrencyKeys(attributes))
                .orElse(List.of()));
        String owner = configuration.subscription().orElse("default");
        keys.add(new ConcurrencyKey("azure/" + owner, MAX_CALLS));
        return List.copyOf(keys);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            accesses.release(configuration.access());
        }
    }
}
