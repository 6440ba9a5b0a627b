package dev.corbel.providers.aws;

import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.aws.ec2.VpcType;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** All types, each built when it is first asked for. A new type is a line here. */
final class AwsTypes {
    private static final Service EC2 = new Service("ec2", 16);

    static final Map<String, Entry<ResourceType>> RESOURCES = sorted(Map.of("aws_vpc", new Entry<>(EC2, VpcType::new)));

    static final Map<String, Entry<DataSourceType>> DATA_SOURCES = sorted(Map.of());

    private static final Map<String, ResourceType> BUILT_RESOURCES = new ConcurrentHashMap<>();
    private static final Map<String, DataSourceType> BUILT_DATA_SOURCES = new ConcurrentHashMap<>();

    /**
     * A service as the engine queues for it.
     *
     * @param calls how many calls at once one account and region takes
     */
    record Service(String name, int calls) {}

    record Entry<T>(Service service, Supplier<T> type) {}

    private AwsTypes() {}

    private static <T> Map<String, Entry<T>> sorted(Map<String, Entry<T>> entries) {
        return Collections.unmodifiableMap(new TreeMap<>(entries));
    }

    static Optional<ResourceType> resource(String name) {
        return Optional.ofNullable(RESOURCES.get(name))
                .map(entry -> BUILT_RESOURCES.computeIfAbsent(
                        name, key -> entry.type().get()));
    }

    static Optional<DataSourceType> dataSource(String name) {
        return Optional.ofNullable(DATA_SOURCES.get(name))
                .map(entry -> BUILT_DATA_SOURCES.computeIfAbsent(
                        name, key -> entry.type().get()));
    }

    /** The service that a type belongs to, with its limit. */
    static ConcurrencyKey service(String type) {
        Entry<?> entry = RESOURCES.containsKey(type) ? RESOURCES.get(type) : DATA_SOURCES.get(type);
        Service service = entry == null ? EC2 : entry.service();
        return new ConcurrencyKey(service.name(), service.calls());
    }
}
