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
import java.util.Map;
import java.util.Optional;

/**
 * A resource type of Azure that is a reference from one object to another. Setting it twice is setting it once, so nothing needs
 * recovery; a reference to something else is never overwritten.
 */
public final class ArmAssociationType implements ResourceType, ArmReadable, ArmQueued {
    private static final Duration USUAL = Duration.ofMinutes(30);

    private final ArmAssociation type;

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
            rewrite(arm, id)
                    .write(
                            () -> find(arm, id).orElseThrow(() -> gone(id)),
                            document -> withReference(request, id, document, other),
                            within(request.timeout()));
            return object(known, other);
        });
    }

    /** The owner with the reference; empty where it has it already. */
    private Optional<MapValue> withReference(CreateRequest request, ArmId id, MapValue document, String other)
            throws ProviderException {
        List<String> there = type.references(document);
        if (there.stream().anyMatch(present -> ArmSpelling.same(present, other))) {
            return Optional.empty();
        }
        if (!type.many() && !there.isEmpty()) {
            throw taken(request, id, there.get(0));
        }
        return Optional.of(type.with(ArmDocuments.sendable(document), other));
    }

    private ProviderException gone(ArmId owner) {
        return new ProviderException(Diagnostic.error(
                "The " + type.owner().kind() + " " + owner.name() + " is gone",
                "Something else deleted it. Plan again, and it is created anew."));
    }

    private ProviderException taken(CreateRequest request, ArmId owner, String present) {
        return new ProviderException(Diagnostic.error(
                        "The " + type.owner().kind() + " " + owner.name() + " has a " + type.kind() + " already",
                        "It is with " + present + ", and it takes one.")
                .withHint("To manage it: adopt('" + request.address() + "') { id = '" + owner.text() + "' }."));
    }

    private Optional<MapValue> find(ArmSession session, ArmId id) {
        return session.arm().find(id.text(), type.owner().apiVersion());
    }

    private ArmRewrite rewrite(ArmSession session, ArmId id) {
        return new ArmRewrite(session, id, type.owner().apiVersion());
    }

    private static CallOptions within(Optional<Duration> timeout) {
        return CallOptions.within(timeout.orElse(USUAL));
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
            ArmSession arm = (ArmSession) session;
            rewrite(arm, id)
                    .write(
                            // Without an owner there is no reference either.
                            () -> find(arm, id).orElse(MapValue.EMPTY),
                            document -> type.references(document).stream().anyMatch(ref -> ArmSpelling.same(ref, other))
                                    ? Optional.of(type.without(ArmDocuments.sendable(document), other))
                                    : Optional.empty(),
                            within(request.timeout()));
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
