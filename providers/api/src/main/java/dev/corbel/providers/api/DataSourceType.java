package dev.corbel.providers.api;

import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;

/** A kind of object that definitions look up and that Corbel does not manage. */
public interface DataSourceType {

    /** As in {@code data('NAME', …)}. */
    String name();

    Schema schema();

    /** The object that it finds, for the reference: a part of a sentence in Markdown. */
    default String description() {
        return "";
    }

    /**
     * Looks the object up.
     *
     * @param configuration wholly known
     * @return all attributes, configured and computed
     * @throws ProviderException where there is none, or more than the one asked for
     */
    MapValue read(Session session, MapValue configuration) throws ProviderException;
}
