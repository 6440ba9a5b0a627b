package dev.corbel.providers.api;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiPredicate;

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

    /**
     * Tells whether the objects of another configuration are those that this session reaches, although the {@linkplain
     * Provider#location locations} differ: as where a host has another address now, and says who it is. Asked only then, once for
     * each configuration that state has; it may ask the target.
     *
     * @param recorded the other configuration as state has it, with what {@link #settled} added
     * @throws DiagnosticsException where that cannot be found out; then nothing is planned for these objects
     */
    default boolean samePlace(MapValue recorded) {
        return false;
    }

    /**
     * Reads many objects of many types at once and answers each, in order; one that fails is {@link
     * ReadResult.Unreadable}. Types are read one after the other unless the session can do better: a host answers with one
     * script, a resource group with one list.
     */
    default List<ReadResult> read(List<TypedRead> reads) {
        return TypedRead.typeByType(this, reads);
    }

    /**
     * The number of objects, of whatever types, that one call of {@link #read} answers at hardly more cost than one. Empty
     * where each type has a {@linkplain ResourceType#readBatchSize size} of its own; then the types are read beside each
     * other.
     */
    default OptionalInt readBatchSize() {
        return OptionalInt.empty();
    }

    /**
     * The objects of all types that bear a mark of Corbel, as far as lists tell them; none where the target keeps no marks.
     *
     * @param known tells of a type and an id, as {@link ReadableType#importObject} takes it, whether state has the object; such
     *     objects may be left out
     */
    default MarkedObjects listMarked(BiPredicate<String, String> known) {
        return MarkedObjects.NONE;
    }

    @Override
    void close();
}
