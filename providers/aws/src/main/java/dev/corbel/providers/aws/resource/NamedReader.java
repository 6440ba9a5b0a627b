package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads objects that have names, in one account and region. */
public interface NamedReader<T> {

    /** All of them by name, page by page. */
    Map<String, T> all();

    /** At least those of these names that are there, for types that can ask for less than all. */
    default Map<String, T> some(List<String> names) {
        return all();
    }

    /** One of them; empty where it is certainly not there. */
    Optional<T> find(String name);

    /** All tags, those of Corbel and AWS too. */
    Map<String, String> tags(T object);

    /**
     * Renders it.
     *
     * @param tags all tags that it has
     * @param known the object as last seen or as planned
     */
    ObjectState show(T object, Map<String, String> tags, MapValue known);

    /** Renders it with the tags that it has now. */
    default ObjectState show(T object, MapValue known) {
        return show(object, tags(object), known);
    }
}
