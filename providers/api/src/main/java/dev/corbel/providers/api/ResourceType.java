package dev.corbel.providers.api;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of object that a provider manages. Name, schema and planning answer from memory; the calls work through a
 * session of the same provider. Implementations keep no state and are used by many threads at once.
 */
public interface ResourceType extends ReadableType {

    /** The facts for the reference. */
    default TypeGuide guide() {
        return TypeGuide.NONE;
    }

    /** How a created object of these planned attributes can be found again after a crash. */
    IdentityClass identityClass(MapValue planned);

    /** The name of such an object that no second one can have beside it; empty where there is none, or it is not known. */
    default Optional<String> uniqueName(MapValue attributes) {
        return identityClass(attributes) == IdentityClass.NATURAL_KEY ? attributes.text("name") : Optional.empty();
    }

    /**
     * Whether its calls reach anything outside of state. Objects of a type without such an effect cannot be left behind
     * by a crash, so the engine records what came of a call and announces none.
     */
    default boolean hasExternalEffect() {
        return true;
    }

    /** The names and default lengths of what {@code timeouts { … }} takes: of create, read, update, delete. */
    default Map<String, Duration> timeouts() {
        return Map.of();
    }

    /** Problems of a configuration that no single attribute shows. Unknown values must be let pass. */
    default List<Diagnostic> validate(MapValue configuration) {
        return List.of();
    }

    /**
     * Refines what the engine proposes: marks computed attributes that this change will alter as unknown, or fills in
     * ones that can be foreseen. Must not touch what the definition says, other than to keep what the object has where
     * that says the same in other words.
     */
    default PlannedObject plan(PlanRequest request) {
        return new PlannedObject(request.proposed(), Set.of());
    }

    /** Turns attributes that an older schema version stored into today's. */
    default MapValue upgrade(int fromVersion, MapValue stored) {
        throw new IllegalStateException(name() + " has no upgrade from schema version " + fromVersion);
    }

    /**
     * Problems of a change in place that the target never makes, such as storage that would have to shrink. Answers from
     * memory; unknown values must be let pass.
     *
     * @param prior the object as it is
     * @param planned the object as it is to be
     */
    default List<Diagnostic> refuseUpdate(MapValue prior, MapValue planned) {
        return List.of();
    }

    /** The object that takes this one along when it is deleted, so that this one needs no call of its own then. */
    default Optional<Whole> whole(MapValue attributes) {
        return Optional.empty();
    }

    /** The steps that {@link #preflight} has something to say of. */
    default Set<Step> preflightSteps() {
        return Set.of();
    }

    /**
     * Problems that the target knows of before anything is done, such as a name that is taken, each with the address that it is
     * about. Asked once a plan stands; a target that cannot be asked has no problem.
     *
     * @param requests all of one plan and session
     */
    default List<Diagnostic> preflight(Session session, List<PreflightRequest> requests) {
        return List.of();
    }

    /**
     * Makes a new object.
     *
     * @throws ProviderException with the object where something exists now
     */
    ObjectState create(Session session, CreateRequest request) throws ProviderException;

    /**
     * Looks for the object of a creation that was interrupted before its result was known, in the way that the identity
     * class names, waiting out the service's read lag. Only asked where that class is {@link
     * IdentityClass#NATURAL_KEY} or {@link IdentityClass#TAG}.
     *
     * @param request as it was, with the same token; what was sensitive in it is unknown, since secrets are not kept
     * @return the object; empty where there is certainly none, so that the creation can be repeated. An unknown name may
     *     be taken for no name: the engine knows that nothing is certain then. A tag must be looked for without.
     * @throws ProviderException where nobody can tell, or where the name belongs to an object of somebody else
     */
    default Optional<ObjectState> recover(Session session, CreateRequest request) throws ProviderException {
        return Optional.empty();
    }

    /** A note for people that is shown when the creation begins, such as what they have to do for it to end. */
    default Optional<String> note(MapValue planned) {
        return Optional.empty();
    }

    /**
     * Changes an object in place.
     *
     * @throws ProviderException with the object as it is now, where that is known
     */
    ObjectState update(Session session, UpdateRequest request) throws ProviderException;

    /** Done when the object is gone, and when it was gone before. */
    void delete(Session session, DeleteRequest request) throws ProviderException;

    /**
     * What the engine knows when it plans one object.
     *
     * @param prior the object as it is; null for a creation
     * @param configuration what the definition says, after defaults; null where it says nothing
     * @param proposed configuration, else what the prior object has for computed attributes, else unknown
     * @param provider what the provider block says, with defaults; may be unknown in places
     */
    record PlanRequest(Value prior, MapValue configuration, MapValue proposed, MapValue provider) {
        public PlanRequest(Value prior, MapValue configuration, MapValue proposed) {
            this(prior, configuration, proposed, MapValue.EMPTY);
        }

        public boolean isCreation() {
            return prior.isNull();
        }
    }

    /**
     * The type's answer to a {@link PlanRequest}.
     *
     * @param attributes what the object will look like
     * @param replacedFor attributes whose change needs a new object, beyond those that the schema calls immutable
     */
    record PlannedObject(MapValue attributes, Set<ValuePath> replacedFor) {}

    /**
     * Asks for a new object.
     *
     * @param planned what the object shall be; unknown where the provider decides; with write-only attributes
     * @param token this operation's id, the same when it is repeated after a crash
     * @param timeout how long it may take
     */
    record CreateRequest(Address address, MapValue planned, String token, Optional<Duration> timeout) {}

    /**
     * Asks for a change in place.
     *
     * @param prior the object as it is
     * @param planned what it shall be; unknown where the provider decides; with write-only attributes
     */
    record UpdateRequest(
            Address address, ObjectState prior, MapValue planned, String token, Optional<Duration> timeout) {}

    /**
     * An object that others are parts of.
     *
     * @param id the attribute {@code id} of it
     */
    record Whole(String type, String id) {}

    /** The kind of a planned step. A replacement is one of each. */
    enum Step {
        CREATE,
        DELETE
    }

    /**
     * Asks about one planned step.
     *
     * @param attributes what the new object shall be, unknown in places; or the object that ends
     */
    record PreflightRequest(Step step, Address address, MapValue attributes) {}

    /** Asks for the end of an object. */
    record DeleteRequest(Address address, ObjectState prior, String token, Optional<Duration> timeout) {}
}
