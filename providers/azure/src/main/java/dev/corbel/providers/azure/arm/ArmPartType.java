package dev.corbel.providers.azure.arm;

import dev.corbel.clients.azure.CallOptions;
import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.azure.arm.ArmReads.Wanted;
import dev.corbel.providers.kit.definition.Definition;
import dev.corbel.providers.kit.definition.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A resource type of Azure whose objects are parts of the documents of other objects. Setting one twice is setting it once, so nothing
 * needs recovery, and none of their attributes changes in place.
 */
public abstract class ArmPartType implements ResourceType, ArmReadable, ArmQueued {
    private static final Duration USUAL = Duration.ofMinutes(30);

    private final Definition definition;
    private final ArmDefinition owner;
    private final String ownerId;
    private final Function<MapValue, List<String>> locks;

    /**
     * A type of parts.
     *
     * @param owner the type of the objects that have them
     * @param ownerId the attribute with the id of the owner
     * @param locks the names of what a call queues for
     */
    protected ArmPartType(
            Definition definition, ArmDefinition owner, String ownerId, Function<MapValue, List<String>> locks) {
        this.definition = definition;
        this.owner = owner;
        this.ownerId = ownerId;
        this.locks = locks;
    }

    /**
     * Begins the definition of such a type.
     *
     * @param key the attributes that its ids consist of
     */
    public static Definition.Builder part(String name, TypeGuide guide, String... key) {
        return Definition.of(name)
                .guide(guide)
                .identity(IdentityClass.CLIENT_TOKEN)
                .key(key)
                .timeout("create", USUAL)
                .timeout("read", Duration.ofMinutes(5))
                .timeout("delete", USUAL)
                .fields(Property.text("id").computed().describedAs("The id."));
    }

    /** The part in the document of its owner; empty where it is not there. */
    protected abstract Optional<ObjectState> shown(MapValue document, MapValue known);

    /** The attributes of an id, as far as it tells them; empty where it is none. */
    protected abstract Optional<MapValue> parse(String id);

    /**
     * The ids of all parts in a document.
     *
     * @param ownerObject its id
     */
    protected abstract List<String> ids(String ownerObject, MapValue document);

    @Override
    public final String name() {
        return definition.name();
    }

    @Override
    public final Schema schema() {
        return definition.schema();
    }

    @Override
    public final TypeGuide guide() {
        return definition.guide();
    }

    @Override
    public final List<Diagnostic> validate(MapValue configuration) {
        return definition.validate(configuration);
    }

    @Override
    public final IdentityClass identityClass(MapValue planned) {
        return IdentityClass.CLIENT_TOKEN;
    }

    @Override
    public final Optional<String> uniqueName(MapValue attributes) {
        return definition.uniqueName(attributes);
    }

    @Override
    public final Map<String, Duration> timeouts() {
        return definition.timeouts();
    }

    @Override
    public final List<ConcurrencyKey> concurrencyKeys(MapValue attributes) {
        return ArmQueued.keys(locks.apply(attributes));
    }

    @Override
    public final int readBatchSize() {
        return ArmResourceType.BATCH;
    }

    @Override
    public final List<ReadResult> read(Session session, List<ReadRequest> requests) {
        return ArmRound.read((ArmSession) session, this, requests);
    }

    @Override
    public final Optional<Wanted> wanted(MapValue known) {
        return known.text(ownerId).map(id -> new Wanted(owner, new ArmId(id)));
    }

    @Override
    public final ReadResult answer(ArmSession session, ArmReads reads, ReadRequest request) {
        MapValue known = request.prior().attributes();
        try {
            return wanted(known)
                    .flatMap(reads::get)
                    .flatMap(document -> shown(document, known))
                    .<ReadResult>map(ReadResult.Present::new)
                    .orElseGet(ReadResult.Absent::new);
        } catch (RuntimeException failure) {
            return ArmResourceType.unreadable(session, failure);
        }
    }

    /** All attributes are immutable. */
    @Override
    public final ObjectState update(Session session, UpdateRequest request) {
        return request.prior();
    }

    @Override
    public final List<String> list(Session session) throws ProviderException {
        return guarded(session, arm -> {
            List<String> ids = new ArrayList<>();
            for (MapValue document : new ArmLists(owner).documents(arm)) {
                ids.addAll(ids(owner.id().spelled(document.text("id").orElseThrow()), document));
            }
            return ids;
        });
    }

    @Override
    public final Optional<ObjectState> importObject(Session session, String id) throws ProviderException {
        MapValue known = parse(id)
                .orElseThrow(() -> new ProviderException(Diagnostic.error(
                        "\"" + id + "\" is no id of " + guide().description(), "It is " + guide().importId() + ".")));
        return guarded(session, arm -> find(arm, new ArmId(known.text(ownerId).orElseThrow()))
                .flatMap(document -> shown(document, known)));
    }

    /** A use of a session. */
    @FunctionalInterface
    protected interface Use<T> {
        T of(ArmSession session) throws ProviderException;
    }

    /** Puts failures of calls into the contract's words. */
    protected static <T> T guarded(Session session, Use<T> use) throws ProviderException {
        return ArmResourceType.guarded(session, () -> use.of((ArmSession) session));
    }

    /** The owner's document. */
    protected final Optional<MapValue> find(ArmSession session, ArmId id) {
        return session.arm().find(id.text(), owner.apiVersion());
    }

    /** Makes the body to write of an owner's document; empty where nothing is left to do. */
    @FunctionalInterface
    protected interface Change {
        Optional<MapValue> of(MapValue document) throws ProviderException;
    }

    /** Changes an owner that has to be there. */
    protected final MapValue change(ArmSession session, ArmId id, Change change, Optional<Duration> timeout)
            throws ProviderException {
        return rewrite(session, id, () -> find(session, id).orElseThrow(() -> gone(id)), change, timeout);
    }

    /** Changes an owner that may be gone, and its parts with it. */
    protected final MapValue changeIfThere(ArmSession session, ArmId id, Change change, Optional<Duration> timeout)
            throws ProviderException {
        return rewrite(session, id, () -> find(session, id).orElse(MapValue.EMPTY), change, timeout);
    }

    private MapValue rewrite(
            ArmSession session, ArmId id, ArmRewrite.Source source, Change change, Optional<Duration> timeout)
            throws ProviderException {
        return new ArmRewrite(session, id, owner.apiVersion())
                .write(
                        source,
                        document -> change.of(document).map(ArmDocuments::sendable),
                        CallOptions.within(timeout.orElse(USUAL)));
    }

    private ProviderException gone(ArmId id) {
        return new ProviderException(Diagnostic.error(
                "The " + owner.kind() + " " + id.name() + " is gone",
                "Something else deleted it. Plan again, and it is created anew."));
    }

    /** The refusal of a part where another one is already. */
    protected final ProviderException taken(
            CreateRequest request, ArmId id, String kind, String detail, String adopted) {
        return new ProviderException(
                Diagnostic.error("The " + owner.kind() + " " + id.name() + " has a " + kind + " already", detail)
                        .withHint("To manage it: adopt('" + request.address() + "') { id = '" + adopted + "' }."));
    }
}
