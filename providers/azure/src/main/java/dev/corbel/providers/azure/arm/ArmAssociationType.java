package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A resource type of Azure that is a reference from one object to another. A reference to something else is never overwritten. */
public final class ArmAssociationType extends ArmPartType {
    private final ArmAssociation type;

    public ArmAssociationType(ArmAssociation type) {
        super(type.definition(), type.owner(), type.ownerId(), type.locks());
        this.type = type;
    }

    @Override
    protected Optional<ObjectState> shown(MapValue document, MapValue known) {
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
        return guarded(session, arm -> {
            ArmId id = new ArmId(desired.required(type.ownerId()));
            change(arm, id, document -> withReference(request, id, document, other), request.timeout());
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
            throw taken(request, id, type.kind(), "It is with " + there.get(0) + ", and it takes one.", id.text());
        }
        return Optional.of(type.with(document, other));
    }

    @Override
    public void delete(Session session, DeleteRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        ArmId id = new ArmId(prior.required(type.ownerId()));
        String other = prior.required(type.otherId());
        guarded(
                session,
                arm -> changeIfThere(
                        arm,
                        id,
                        document -> type.references(document).stream().anyMatch(ref -> ArmSpelling.same(ref, other))
                                ? Optional.of(type.without(document, other))
                                : Optional.empty(),
                        request.timeout()));
    }

    @Override
    protected List<String> ids(String ownerObject, MapValue document) {
        return type.references(document).stream()
                .map(other -> type.id(ownerObject, other))
                .toList();
    }

    @Override
    protected Optional<MapValue> parse(String id) {
        return type.parse(id);
    }
}
