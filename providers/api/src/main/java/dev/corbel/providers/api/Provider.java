package dev.corbel.providers.api;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of target: a cloud, a set of hosts, a folder. Found by {@code ServiceLoader}. Everything here except
 * {@link #open} answers from memory, without loading a client library.
 */
public interface Provider {

    /** The name in {@code provider('NAME')}, and of regions' {@code provider} attribute. */
    String name();

    /** The version that plans are bound to. */
    String version();

    /** What the provider block takes. */
    Schema configuration();

    /** The names of the resource types, all with one prefix of this provider's own, such as {@code aws_}. */
    Set<String> resourceTypeNames();

    /** The resource type of this name, built when it is first asked for; empty where there is none. */
    Optional<ResourceType> resourceType(String name);

    /** The names of the data sources; none where it says nothing else. */
    default Set<String> dataSourceTypeNames() {
        return Set.of();
    }

    /** The data source of this name, built when it is first asked for; empty where there is none. */
    default Optional<DataSourceType> dataSourceType(String name) {
        return Optional.empty();
    }

    /**
     * Tells whether a configuration of it can stand for a host. Then each {@code host} component in one of its regions makes a
     * configuration of its own: that of the region, with the inputs of the host that {@link #configuration} has too, and with
     * the host's label as {@code name} where it has that. Such attributes are optional there, since the region's configuration
     * goes without.
     */
    default boolean configuresHosts() {
        return false;
    }

    /** The blueprints that it ships, by the component that each one builds; none where it says nothing else. */
    default Map<String, Blueprint> blueprints() {
        return Map.of();
    }

    /**
     * The address in Terraform's registry of the provider whose types these are as well, for documents in Terraform's
     * formats; empty where there is none.
     */
    default Optional<String> registryAddress() {
        return Optional.empty();
    }

    /**
     * The permissions that looking at objects of some types takes, and nothing else, as a policy in the target's own form; empty
     * where it has no such thing.
     *
     * @param types names of resource types, and of data sources with {@code data.} before them
     */
    default Optional<String> readPolicy(Set<String> types) {
        return Optional.empty();
    }

    /**
     * Where a configuration points: one value for one place, however it is written, by the attributes of the schema that
     * are a {@linkplain Attribute#isLocation location}. What is not among them is not known and is not compared.
     * Answers without calls.
     *
     * @param configuration may be incomplete, with unknown parts and without secrets
     */
    default MapValue location(MapValue configuration, ProviderContext context) {
        Map<String, Value> places = new LinkedHashMap<>();
        for (Attribute attribute : configuration().attributes().values()) {
            Value value = configuration.get(attribute.name());
            boolean known = !value.isNull() && value.isWhollyKnown() && !value.containsSensitive();
            if (attribute.isLocation() && known) {
                places.put(attribute.name(), value);
            }
        }
        return Value.map(places);
    }

    /**
     * Opens a session and checks that it talks to the account that it was given. Network connections to anything else
     * than that check open when first needed.
     *
     * @param configuration complete, with defaults, wholly known
     * @throws DiagnosticsException where the configuration does not lead to a working session
     */
    Session open(MapValue configuration, ProviderContext context);
}
