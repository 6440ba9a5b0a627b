package dev.corbel.providers.api;

import dev.corbel.providers.api.value.MapValue;
import java.util.List;
import java.util.Optional;

/**
 * The objects of one place that bear a mark of Corbel. A list may lag behind, so each has to be read before it is told.
 *
 * @param shared whether others than the project make objects there, so that a mark may be theirs
 * @param unreadable the reason why there may be more
 */
public record MarkedObjects(List<MarkedObject> objects, boolean shared, Optional<ReadResult.Unreadable> unreadable) {
    /** Nothing bears a mark. */
    public static final MarkedObjects NONE = new MarkedObjects(List.of(), false, Optional.empty());

    public MarkedObjects {
        objects = List.copyOf(objects);
    }

    /**
     * An object that bears a mark.
     *
     * @param id as {@link ReadableType#importObject} takes it
     * @param attributes as far as they are known, such as {@code arn}
     * @param token of the operation that made it; empty of an object that bears no more than the default tags of the provider
     */
    public record MarkedObject(String type, String id, MapValue attributes, Optional<String> token) {}
}
