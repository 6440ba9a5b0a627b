package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmReads.Wanted;
import dev.corbel.providers.kit.tag.Tagging;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A resource type of Azure, made of its definition. */
public final class ArmResourceType implements ResourceType, ArmReadable, ArmQueued {
    static final int BATCH = 1000;
    private static final String LOCATION = "location";

    private final ArmDefinition type;

    public ArmResourceType(ArmDefinition type) {
        this.type = type;
    }

    public ArmDefinition type() {
        return type;
    }

    @Override
    public String name() {
        return type.name();
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
        return type.definition().identity();
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
    public boolean holdsData(MapValue attributes) {
        return type.holdsData();
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return type.facts().apply(attributes);
    }

    @Override
    public int readBatchSize() {
        return BATCH;
    }

    @Override
    public List<Diagnostic> validate(MapValue configuration) {
        List<Diagnostic> problems = new ArrayList<>(type.definition().validate(configuration));
        if (configuration.get(Tagging.OWN).unmarked() instanceof MapValue tags
                && tags.entries().keySet().stream().anyMatch(ArmDocuments.OPERATION::equalsIgnoreCase)) {
            problems.add(Diagnostic.error(
                    "The tag \"" + ArmDocuments.OPERATION + "\" is reserved",
                    "Corbel finds an object by it whose creation was interrupted."));
        }
        return problems;
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue proposed =
                type.tags().isPresent() ? Tagging.plan(request.proposed(), request.provider()) : request.proposed();
        if (request.isCreation()
                && request.configuration().get(LOCATION).isNull()
                && proposed.get(LOCATION).isUnknown()) {
            proposed = proposed.with(LOCATION, region(request.provider()));
        }
        PlanRequest tagged = new PlanRequest(request.prior(), request.configuration(), proposed, request.provider());
        return type.hooks().plan(tagged, type.definition().plan(tagged));
    }

    /** The region of the block around the resource; unknown where it has none. */
    private static Value region(MapValue provider) {
        Value region = provider.get("region").unmarked();
        return region.isNull() ? Value.unknown() : region;
    }

    @Override
    public List<Diagnostic> refuseUpdate(MapValue prior, MapValue planned) {
        return type.definition().refuseUpdate(prior, planned);
    }

    @Override
    public List<ConcurrencyKey> concurrencyKeys(MapValue attributes) {
        return ArmQueued.keys(type.locks().apply(attributes));
    }

    @Override
    public List<ReadResult> read(Session session, List<ReadRequest> requests) {
        return ArmRound.read((ArmSession) session, this, requests);
    }

    @Override
    public Optional<Wanted> wanted(MapValue known) {
        return known.text("id").map(id -> new Wanted(type, new ArmId(id)));
    }

    @Override
    public ReadResult answer(ArmSession session, ArmReads reads, ReadRequest request) {
        MapValue known = request.prior().attributes();
        Optional<Wanted> wanted = wanted(known);
        if (wanted.isEmpty()) {
            return new ReadResult.Absent();
        }
        ArmId id = wanted.get().id();
        try {
            return reads.get(wanted.get())
                    .filter(document -> !type.hooks().isGone(document))
                    .map(document ->
                            new ArmParts(type).with(session, id, type.hooks().document(session, id, document), known))
                    .<ReadResult>map(document ->
                            new ReadResult.Present(new ArmDocuments(type).object(session, id, document, known)))
                    .orElseGet(ReadResult.Absent::new);
        } catch (RuntimeException failure) {
            return unreadable(session, failure);
        }
    }

    /** The answer for an object that could not be read; a bug passes through. */
    static ReadResult unreadable(ArmSession session, RuntimeException failure) {
        if (!session.failures().isFailure(failure)) {
            throw failure;
        }
        return new ReadResult.Unreadable(
                session.failures().exception(failure).diagnostic(),
                session.failures().cause(failure));
    }

    @Override
    public ObjectState create(Session session, CreateRequest request) throws ProviderException {
        return guarded(session, () -> new ArmOperations(type).create((ArmSession) session, request));
    }

    @Override
    public Optional<ObjectState> recover(Session session, CreateRequest request) throws ProviderException {
        return guarded(session, () -> new ArmOperations(type).recover((ArmSession) session, request));
    }

    @Override
    public ObjectState update(Session session, UpdateRequest request) throws ProviderException {
        return guarded(session, () -> new ArmOperations(type).update((ArmSession) session, request));
    }

    @Override
    public void delete(Session session, DeleteRequest request) throws ProviderException {
        guarded(session, () -> {
            new ArmOperations(type).delete((ArmSession) session, request);
            return request;
        });
    }

    @Override
    public List<String> list(Session session) throws ProviderException {
        return guarded(session, () -> new ArmLists(type).list((ArmSession) session));
    }

    @Override
    public Optional<ObjectState> importObject(Session session, String text) throws ProviderException {
        String id = type.hooks().adopted(text);
        if (type.id().parse(id).isEmpty()) {
            throw new ProviderException(Diagnostic.error(
                    "\"" + text + "\" is no id of " + type.definition().guide().description(),
                    "It looks like " + type.id() + "."));
        }
        ArmId spelled = new ArmId(type.id().spelled(id));
        return guarded(session, () -> new ArmOperations(type)
                .find((ArmSession) session, spelled)
                .map(document -> new ArmDocuments(type)
                        .object(
                                (ArmSession) session,
                                spelled,
                                new ArmParts(type).with((ArmSession) session, spelled, document, MapValue.EMPTY),
                                MapValue.EMPTY)));
    }

    @FunctionalInterface
    interface Call<T> {
        T run() throws ProviderException;
    }

    /** Puts failures of calls into the contract's words. */
    static <T> T guarded(Session session, Call<T> call) throws ProviderException {
        try {
            return call.run();
        } catch (RuntimeException failure) {
            if (!((ArmSession) session).failures().isFailure(failure)) {
                throw failure;
            }
            throw ((ArmSession) session).failures().exception(failure);
        }
    }
}
