package dev.corbel.providers.azure.client;

import dev.corbel.clients.azure.AccessSettings;
import dev.corbel.clients.azure.ArmCalls;
import dev.corbel.clients.azure.AzureAccess;
import dev.corbel.providers.api.ProviderContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The connections of one set of credentials, and what its sessions share. */
final class SharedAccess implements AutoCloseable {
    /** The number of calls of one batch that run at once. */
    private static final int MAX_PARALLEL = 16;

    private final AzureAccess access;
    private final Map<Optional<String>, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final Map<String, Object> turns = new ConcurrentHashMap<>();
    private @Nullable ExecutorService executor;

    SharedAccess(AccessSettings settings) {
        this.access = new AzureAccess(settings);
    }

    ArmCalls calls(ProviderContext context) {
        return access.calls(context);
    }

    /** The subscription of an id, or the one that there is; asked once. */
    Subscription subscription(Optional<String> wanted, ArmCalls calls) {
        return subscriptions.computeIfAbsent(wanted, id -> Subscriptions.find(id, calls));
    }

    /** What all sessions hold, one after the other, to read an object and write it back. */
    Object turn(String id) {
        return turns.computeIfAbsent(id, key -> new Object());
    }

    synchronized ExecutorService executor() {
        if (executor == null) {
            AtomicInteger number = new AtomicInteger();
            executor = Executors.newFixedThreadPool(MAX_PARALLEL, task -> {
                Thread thread = new Thread(task, "azure-details-" + number.incrementAndGet());
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
    }
}
