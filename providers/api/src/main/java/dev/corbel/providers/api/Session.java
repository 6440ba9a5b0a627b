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

    @Override
    void close();
}
