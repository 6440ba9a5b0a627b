package dev.corbel.providers.local;

import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.local.bucket.LocalBucket;
import dev.corbel.providers.local.container.LocalContainer;
import dev.corbel.providers.local.container.LocalContainerStop;
import dev.corbel.providers.local.database.LocalPostgresql;
import dev.corbel.providers.local.loadbalancer.LocalLoadBalancer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The resource types, each built when it is first asked for. */
final class LocalTypes {
    private static final Map<String, Supplier<ResourceType>> TYPES = Map.ofEntries(
            Map.entry(LocalBucket.TYPE, LocalBucket::new),
            Map.entry(LocalContainer.TYPE, LocalContainer::new),
            Map.entry(LocalContainerStop.TYPE, LocalContainerStop::new),
            Map.entry(LocalLoadBalancer.TYPE, LocalLoadBalancer::new),
            Map.entry(LocalPostgresql.TYPE, LocalPostgresql::new));

    private static final Map<String, ResourceType> BUILT = new ConcurrentHashMap<>();

    static final Set<String> NAMES = TYPES.keySet();

    private LocalTypes() {}

    static Optional<ResourceType> type(String name) {
        Supplier<ResourceType> supplier = TYPES.get(name);
        return supplier == null ? Optional.empty() : Optional.of(BUILT.computeIfAbsent(name, key -> supplier.get()));
    }
}
