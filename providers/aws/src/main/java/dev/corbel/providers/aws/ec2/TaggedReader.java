package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one kind of object of EC2 that has an id and tags. */
interface TaggedReader<T> {

    String id(T object);

    /** By id, with paged lists; what is not there is left out. */
    Map<String, T> list(List<String> ids);

    /** By id, directly. */
    Optional<T> find(String id);

    /** What an operation has created, by its tag. */
    Optional<T> createdBy(String token);

    /** The ids of all that are there. */
    List<String> ids();

    /**
     * Renders an object.
     *
     * @param known what it was last seen or planned as; empty where nothing is known
     */
    ObjectState show(T object, MapValue known);
}
