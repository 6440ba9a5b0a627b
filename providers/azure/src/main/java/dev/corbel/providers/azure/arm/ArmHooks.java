package dev.corbel.providers.azure.arm;

import dev.corbel.clients.azure.ArmException;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.ResourceType.PlannedObject;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;
import java.util.Optional;

/** The parts of a type that no definition can say. Each leaves things as they are. */
public interface ArmHooks {
    /** Nothing special. */
    ArmHooks NONE = new ArmHooks() {};

    /** Refines a plan. */
    default PlannedObject plan(PlanRequest request, PlannedObject planned) {
        return planned;
    }

    /**
     * Completes the plan of a new object with what only Azure knows, before the id is made of it.
     *
     * @return the attributes; empty where nothing is missing
     */
    default Optional<MapValue> complete(ArmSession session, MapValue planned) throws ProviderException {
        return Optional.empty();
    }

    /** Tests for a refusal of a creation that passes, since Azure does not know everywhere yet what it refers to. */
    default boolean passes(ArmException refusal) {
        return false;
    }

    /**
     * Completes the body that makes or changes an object.
     *
     * @param attributes as planned, without marks
     */
    default MapValue body(MapValue body, MapValue attributes) {
        return body;
    }

    /**
     * Completes the document of an object with what other paths answer. Called for each object that is read, unless all of them
     * come with a list.
     */
    default MapValue document(ArmSession session, ArmId id, MapValue document) {
        return document;
    }

    /** Tests for an object that is there and counts as deleted. */
    default boolean isGone(MapValue document) {
        return false;
    }

    /**
     * Completes the attributes of an object.
     *
     * @param known the object as last seen or as planned
     */
    default MapValue attributes(MapValue attributes, MapValue document, MapValue known) {
        return attributes;
    }

    /**
     * Looks around before an object is made.
     *
     * @return the body to send
     */
    default MapValue beforeCreate(ArmSession session, ArmId id, MapValue planned, MapValue body)
            throws ProviderException {
        return body;
    }

    /**
     * Looks around before an object is changed.
     *
     * @return the body to send
     */
    default MapValue beforeUpdate(ArmSession session, ArmId id, MapValue prior, MapValue planned, MapValue body)
            throws ProviderException {
        return body;
    }

    /** Tests for a refusal of a deletion that passes, since what used the object is not quite gone yet. */
    default boolean lingers(ArmException refusal) {
        return false;
    }

    /**
     * Does what is left once an object was written.
     *
     * @param prior the object as it was; the empty map of a new one
     * @return the document of the object as it is then
     */
    default MapValue afterWrite(ArmSession session, ArmId id, MapValue prior, MapValue planned, MapValue document)
            throws ProviderException {
        return document;
    }

    /** The path that deletes an object, with a query where one is needed. */
    default String deletion(ArmId id) {
        return id.text();
    }

    /** Does what is left once an object was deleted. */
    default void afterDelete(ArmSession session, ArmId id, DeleteRequest request) throws ProviderException {}

    /** The id that a text for an adoption means, where Terraform writes another one. */
    default String adopted(String text) {
        return text;
    }

    /** Lists the documents of all objects, where Azure has no list of them; empty where it has one. */
    default Optional<List<MapValue>> all(ArmSession session) {
        return Optional.empty();
    }

    /** Deletes an object in a way of its own; false where the usual one will do. */
    default boolean delete(ArmSession session, ArmId id, DeleteRequest request) throws ProviderException {
        return false;
    }
}
