package dev.corbel.providers.api;

import dev.corbel.providers.api.value.MapValue;
import java.util.List;

/** An open provider: clients and credentials for one configuration. Used by many threads at once. */
public interface Session extends AutoCloseable {

    /**
     * What a call on this object has to queue for, such as an account, a region and a service, or a host.
     *
     * @param attributes the object's attributes as far as they are known
     */
    default List<ConcurrencyKey> concurrencyKeys(String type, MapValue attributes) {
        return List.of();
    }

    /**
     * The configuration that state keeps with every object: with what the environment of the process added to where it
     * points, such as the region in a variable, so that another environment does not silently mean another place.
     *
     * @param configuration without secrets
     */
    default MapValue settled(MapValue configuration) {
        return configuration;
    }

    @Override
    void close();
}
