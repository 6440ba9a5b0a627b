package dev.corbel.providers.azure;

import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.ArmResourceType;
import dev.corbel.providers.azure.group.ResourceGroupDefinition;
import dev.corbel.providers.azure.network.SubnetDefinition;
import dev.corbel.providers.azure.network.VirtualNetworkDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** All types, each built when it is first asked for. A new type is a line here. */
final class AzureTypes {
    static final SortedMap<String, Supplier<ResourceType>> RESOURCES = new TreeMap<>(Map.ofEntries(
            arm("azurerm_resource_group", ResourceGroupDefinition::definition),
            arm("azurerm_subnet", SubnetDefinition::definition),
            arm("azurerm_virtual_network", VirtualNetworkDefinition::definition)));

    static final SortedMap<String, Supplier<DataSourceType>> DATA_SOURCES = new TreeMap<>(Map.of());

    private static final Map<String, ResourceType> BUILT_RESOURCES = new ConcurrentHashMap<>();
    private static final Map<String, DataSourceType> BUILT_DATA_SOURCES = new ConcurrentHashMap<>();

    private AzureTypes() {}

    private static Map.Entry<String, Supplier<ResourceType>> arm(String name, Supplier<ArmDefinition> definition) {
        return Map.entry(name, () -> new ArmResourceType(definition.get()));
    }

    static Optional<ResourceType> resource(String name) {
        return Optional.ofNullable(RESOURCES.get(name))
                .map(type -> BUILT_RESOURCES.computeIfAbsent(name, key -> type.get()));
    }

    /** The things of which Azure takes one change at a time that an object of a type belongs to. */
    static List<ConcurrencyKey> concurrencyKeys(String type, MapValue attributes) {
        return resource(type)
                .filter(ArmResourceType.class::isInstance)
                .map(known -> ((ArmResourceType) known).concurrencyKeys(attributes))
                .orElse(List.of());
    }

    static Optional<DataSourceType> dataSource(String name) {
        return Optional.ofNullable(DATA_SOURCES.get(name))
                .map(type -> BUILT_DATA_SOURCES.computeIfAbsent(name, key -> type.get()));
    }
}
