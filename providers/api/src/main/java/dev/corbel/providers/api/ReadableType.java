package dev.corbel.providers.api;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A kind of object as far as it can be looked at: everything here changes nothing. */
public interface ReadableType {

    /** As in {@code resource('NAME', …)}. */
    String name();

    Schema schema();

    /** Tells whether people would lose data with such an object. */
    default boolean holdsData(MapValue attributes) {
        return false;
    }

    /**
     * The facts of such an object that policies go by, from memory.
     *
     * @param attributes as they are or as they are planned, unknown in places
     */
    default List<Fact> facts(MapValue attributes) {
        return List.of();
    }

    /**
     * The number of objects that one call of {@link #read} answers at hardly more cost than one. Types that read one by one leave it,
     * so that many reads run beside each other.
     */
    default int readBatchSize() {
        return 1;
    }

    /** Reads many objects and answers each, in order; one that fails is {@link ReadResult.Unreadable}. */
    List<ReadResult> read(Session session, List<ReadRequest> requests);

    /** The ids of all objects of this type that the session can see, as {@link #importObject} takes them. */
    List<String> list(Session session) throws ProviderException;

    /** Tells whether {@link #list} can tell the objects of this type: not where they leave nothing to be listed. */
    default boolean isListable() {
        return true;
    }

    /**
     * The id by which {@link #list} and {@link Session#listMarked} tell an object, where that is neither its {@code id} nor its
     * {@code arn}.
     */
    default Optional<String> listedId(MapValue attributes) {
        return Optional.empty();
    }

    /**
     * Those of some ids that {@link #list} gave whose objects the target made by itself, such as a default network: people
     * did not make them, and need not manage them.
     */
    default Set<String> listDefaults(Session session, List<String> ids) throws ProviderException {
        return Set.of();
    }

    /** The object of this id, as Terraform's import command takes it; empty where there is none. */
    Optional<ObjectState> importObject(Session session, String id) throws ProviderException;

    /**
     * The attributes whose values no two objects have in common, not even one after the other under the same name; none
     * where the id does it.
     */
    default Set<String> identityAttributes() {
        return Set.of();
    }

    /**
     * Tells whether an object is another one than that of state, although it goes by the same id, since somebody deleted that
     * and made a new one.
     */
    default boolean isOther(ObjectState stored, ObjectState found) {
        return identityAttributes().stream().anyMatch(name -> {
            Optional<String> before = stored.attributes().text(name);
            Optional<String> now = found.attributes().text(name);
            return before.isPresent() && now.isPresent() && !before.equals(now);
        });
    }

    /** The object of another id that has the name of one that is gone, which no two can have beside each other. */
    default Optional<ObjectState> namesake(Session session, MapValue gone) throws ProviderException {
        return Optional.empty();
    }

    /**
     * The types of objects that can have objects of this type in or on them, such as the security group of a rule, where
     * {@link #listAttached} can tell them.
     */
    default Set<String> attachedTo() {
        return Set.of();
    }

    /**
     * Lists the objects of this type in or on some other objects, and answers for each of these, in order. Called with parents
     * of one of the types that {@link #attachedTo} names.
     */
    default List<Attached> listAttached(Session session, List<Parent> parents) {
        return parents.stream().map(parent -> Attached.NONE).toList();
    }

    /**
     * Asks for one object.
     *
     * @param prior the object as last seen
     */
    record ReadRequest(Address address, ObjectState prior) {}

    /**
     * An object that may have others in or on it.
     *
     * @param object as it was just read
     * @param configured the attributes that its definition sets: what these list, they tell themselves
     */
    record Parent(Address address, ObjectState object, Set<String> configured) {
        public Parent {
            configured = Set.copyOf(configured);
        }
    }

    /**
     * The objects of one type in or on one parent.
     *
     * @param unreadable the reason why nobody can tell
     */
    record Attached(List<AttachedObject> objects, Optional<ReadResult.Unreadable> unreadable) {
        /** Nothing is in or on the parent. */
        public static final Attached NONE = new Attached(List.of(), Optional.empty());

        public Attached {
            objects = List.copyOf(objects);
        }

        public static Attached of(List<AttachedObject> objects) {
            return new Attached(objects, Optional.empty());
        }

        public static Attached unreadable(ReadResult.Unreadable reason) {
            return new Attached(List.of(), Optional.of(reason));
        }
    }

    /**
     * An object in or on another one.
     *
     * @param type the name of its type, as Terraform has it: where one question answers for types that there are none of
     *     here, not that of the type which was asked
     * @param id as {@link #importObject} takes it
     * @param attributes as far as they are known; {@code id} at least
     * @param danger what makes it dangerous, as the end of a sentence such as "lets all of 0.0.0.0/0 in on port 3389"; empty
     *     where it exposes and grants nothing to speak of
     */
    record AttachedObject(String type, String id, MapValue attributes, Optional<String> danger) {}
}
