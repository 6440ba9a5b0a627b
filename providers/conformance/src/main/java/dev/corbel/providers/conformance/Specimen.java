package dev.corbel.providers.conformance;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import java.util.Optional;
import java.util.Set;

/** A kind of object that the checks make, change and delete: a resource type and configurations of it that work. */
public interface Specimen {

    /** The resource type. */
    String type();

    /**
     * A configuration that makes an object.
     *
     * @param distinct letters, digits and hyphens; configurations for different ones make objects beside each other
     */
    MapValue configuration(String distinct);

    /** The same with a change that is made in place; the very same where the type has no such change. */
    MapValue changedInPlace(MapValue configuration);

    /** The same with a change that needs a new object; empty where the type has no such change. */
    default Optional<MapValue> changedByReplacement(MapValue configuration) {
        return Optional.empty();
    }

    /** A configuration of which the creation fails once the object exists; empty where that cannot be brought about. */
    default Optional<MapValue> failingAfterCreation(String distinct) {
        return Optional.empty();
    }

    /** What {@code importObject} takes for this object. */
    default String importId(ObjectState object) {
        return object.attributes().text("id").orElseThrow();
    }

    /** Tells whether an object can be adopted by its id: not where its settings cannot be told from the object. */
    default boolean isImportable() {
        return true;
    }

    /** The attributes that an object cannot tell of itself, so that they have no value after it was adopted. */
    default Set<String> unknownAfterImport() {
        return Set.of();
    }

    /** An id of the right form that no object has. */
    default String absentId() {
        return "absent";
    }

    /**
     * Whether an object of this type is a setting of something that is there anyway, such as the versioning of a bucket.
     * Then creating it again, with whatever token, sets the same again; deleting it resets it, and it may still be read.
     */
    default boolean isSetting() {
        return false;
    }

    /** Whether the change in place gives the object another id, as where the id says what it is connected with. */
    default boolean changesIdInPlace() {
        return false;
    }
}
