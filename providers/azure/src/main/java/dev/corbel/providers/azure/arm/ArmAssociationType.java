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
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmReads.Wanted;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A resource type of Azure that is a reference from one object to another. Setting it twice is setting it once, so nothing needs
 * recovery; a reference to something else is never overwritten.
 */
public final class ArmAssociationType implements ResourceType, ArmReadable, ArmQueued {
    private static final Duration USUAL = Duration.ofMinutes(30);

    private final ArmAssociation type;
    private final Map<String, Object> turns = new ConcurrentHashMap<>();

    public ArmAssociationType(ArmAssociation type) {
        this.type = type;
    }

    @Override
    public String name() {
        return type.definition().name();
    }

    @Override
    public Schema schema() {
        return type.definition().schema();
    }

    @Override
    public TypeGuide guide() {
        return type.definition().guide();
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.CLIENT_TOKEN;
    }

    @Override
    public Optional<String> uniqueName(MapValue attributes) {
        return type.definition().uniqueName(attributes);
    }

    @Override
    public Map<String, Duration> timeouts() {
        return type.definition().timeouts();
    }

    @Override
    public List<ConcurrencyKey> concurrencyKeys(MapValue attributes) {
        return ArmQueued.keys(type.locks().apply(attributes));
    }

    @Override
    public int readBatchSize() {
        return ArmResourceType.BATCH;
    }

    @Override
    public List<ReadResult> read(Session session, List<ReadRequest> requests) {
        return ArmRound.read((ArmSession) session, this, requests);
    }

    @Override
    public Optional<Wanted> wanted(MapValue known) {
        return known.text(type.ownerId()).map(id -> new Wanted(type.owner(), new ArmId(id)));
    }

    @Override
    public ReadResult answer(ArmSession session, ArmReads reads, ReadRequest request) {
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

    private Optional<ObjectState> shown(MapValue document, MapValue known) {
        Optional<String> wanted = known.text(type.otherId());
        return type.references(document).stream()
                .filter(id -> !type.many()
                        || wanted.filter(other -> ArmSpelling.same(id, other)).isPresent())
                .findFirst()
                .map(id -> object(
                        known,
                        wanted.filter(other -> ArmSpelling.same(id, other)).orElse(id)));
    }

    private ObjectState object(MapValue known, String other) {
        String owner = known.text(type.ownerId()).orElseThrow();
        return new ObjectState(new MapValue(Map.of(
                type.ownerId(),
                Value.of(owner),
                type.otherId(),
                Value.of(other),
                "id",
                Value.of(known.text("id").orElse(type.id(type.owner().id().spelled(owner), ArmSpelling.of(other)))))));
    }

    @Override
    public ObjectState create(Session session, CreateRequest request) throws ProviderException {
        MapValue planned = request.planned().fullyUnmarked();
        DesiredAttributes desired = new DesiredAttributes(planned);
        String other = desired.required(type.otherId());
        MapValue known = planned.with("id", Value.ofNull());
        return ArmResourceType.guarded(session, () -> {
            ArmSession arm = (ArmSession) session;
            ArmId id = new ArmId(desired.required(type.ownerId()));
            synchronized (turn(id)) {
                MapValue document = find(arm, id)
                        .orElseThrow(() -> new ProviderException(Diagnostic.error(
                                "The " + type.owner().kind() + " " + id.name() + " is gone",
                                "Something else deleted it. Plan again, and it is created anew.")));
                List<String> there = type.references(document);
                if (there.stream().anyMatch(present -> ArmSpelling.same(present, other))) {
                    return object(known, other);
                }
                if (!type.many() && !there.isEmpty()) {
                    throw taken(request, id, there.get(0));
                }
                put(arm, id, type.with(ArmDocuments.sendable(document), other), request.timeout());
                return object(known, other);
            }
        });
    }

    private ProviderException taken(CreateRequest request, ArmId owner, String present) {
        return new ProviderException(Diagnostic.error(
                        "The " + type.owner().kind() + " " + owner.name() + " has a " + type.kind() + " already",
                        "It is with " + present + ", and it takes one.")
                .withHint("To manage it: adopt('" + request.address() + "') { id = '" + owner.text() + "' }."));
    }

    /** The turn of one who reads an owner and writes it back, so that no other writes in between. */
    private Object turn(ArmId owner) {
        return turns.computeIfAbsent(owner.text().toLowerCase(Locale.ROOT), key -> new Object());
    }

    private Optional<MapValue> find(ArmSession session, ArmId id) {
        return session.arm().find(id.text(), type.owner().apiVersion());
    }

    private void put(ArmSession session, ArmId id, MapValue body, Optional<Duration> timeout) {
        session.arm().put(id.text(), type.owner().apiVersion(), body, CallOptions.within(timeout.orElse(USUAL)));
    }

    /** Both of its attributes are immutable. */
    @Override
    public ObjectState update(Session session, UpdateRequest request) {
        return request.prior();
    }

    @Override
    public void delete(Session session, DeleteRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        ArmId id = new ArmId(prior.required(type.ownerId()));
        String other = prior.required(type.otherId());
        ArmResourceType.guarded(session, () -> {
            synchronized (turn(id)) {
                Optional<MapValue> document = find((ArmSession) session, id)
                        .filter(there -> type.references(there).stream().anyMatch(ref -> ArmSpelling.same(ref, other)));
                if (document.isPresent()) {
                    MapValue body = type.without(ArmDocuments.sendable(document.get()), other);
                    put((ArmSession) session, id, body, request.timeout());
                }
            }
            return request;
        });
    }

    @Override
    public List<String> list(Session session) throws ProviderException {
        return ArmResourceType.guarded(session, () -> {
            List<String> ids = new ArrayList<>();
            for (MapValue document : new ArmLists(type.owner()).documents((ArmSession) session)) {
                String owner = type.owner().id().spelled(document.text("id").orElseThrow());
                type.references(document).forEach(other -> ids.add(type.id(owner, other)));
            }
            return ids;
        });
    }

    @Override
    public Optional<ObjectState> importObject(Session session, String id) throws ProviderException {
        MapValue known = type.parse(id)
                .orElseThrow(() -> new ProviderException(Diagnostic.error(
                        "\"" + id + "\" is no id of " + guide().description(), "It is " + guide().importId() + ".")));
        return ArmResourceType.guarded(session, () -> find(
                        (ArmSession) session,
                        new ArmId(known.text(type.ownerId()).orElseThrow()))
                .flatMap(document -> shown(document, known)));
    }
}
