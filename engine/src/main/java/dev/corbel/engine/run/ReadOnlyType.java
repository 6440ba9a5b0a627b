package dev.corbel.engine.run;

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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A resource type that answers and reads as another one does, and refuses every change. */
record ReadOnlyType(ResourceType type) implements ResourceType {
    @Override
    public String name() {
        return type.name();
    }

    @Override
    public Schema schema() {
        return type.schema();
    }

    @Override
    public TypeGuide guide() {
        return type.guide();
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return type.identityClass(planned);
    }

    @Override
    public Optional<String> uniqueName(MapValue attributes) {
        return type.uniqueName(attributes);
    }

    @Override
    public boolean hasExternalEffect() {
        return type.hasExternalEffect();
    }

    @Override
    public Map<String, Duration> timeouts() {
        return type.timeouts();
    }

    @Override
    public List<Diagnostic> validate(MapValue configuration) {
        return type.validate(configuration);
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        return type.plan(request);
    }

    @Override
    public List<Diagnostic> refuseUpdate(MapValue prior, MapValue planned) {
        return type.refuseUpdate(prior, planned);
    }

    @Override
    public Optional<Whole> whole(MapValue attributes) {
        return type.whole(attributes);
    }

    @Override
    public Set<Step> preflightSteps() {
        return type.preflightSteps();
    }

    @Override
    public List<Diagnostic> preflight(Session session, List<PreflightRequest> requests) {
        return type.preflight(session, requests);
    }

    @Override
    public Optional<String> note(MapValue planned) {
        return type.note(planned);
    }

    @Override
    public MapValue upgrade(int fromVersion, MapValue stored) {
        return type.upgrade(fromVersion, stored);
    }

    @Override
    public int readBatchSize() {
        return type.readBatchSize();
    }

    @Override
    public List<ReadResult> read(Session session, List<ReadRequest> requests) {
        return type.read(session, requests);
    }

    @Override
    public boolean holdsData(MapValue attributes) {
        return type.holdsData(attributes);
    }

    @Override
    public Set<String> identityAttributes() {
        return type.identityAttributes();
    }

    @Override
    public boolean isOther(ObjectState stored, ObjectState found) {
        return type.isOther(stored, found);
    }

    @Override
    public Optional<ObjectState> namesake(Session session, MapValue gone) throws ProviderException {
        return type.namesake(session, gone);
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return type.facts(attributes);
    }

    @Override
    public Set<String> attachedTo() {
        return type.attachedTo();
    }

    @Override
    public List<Attached> listAttached(Session session, List<Parent> parents) {
        return type.listAttached(session, parents);
    }

    @Override
    public Optional<ObjectState> recover(Session session, CreateRequest request) throws ProviderException {
        return type.recover(session, request);
    }

    @Override
    public List<String> list(Session session) throws ProviderException {
        return type.list(session);
    }

    @Override
    public boolean isListable() {
        return type.isListable();
    }

    @Override
    public Optional<String> listedId(MapValue attributes) {
        return type.listedId(attributes);
    }

    @Override
    public Set<String> listDefaults(Session session, List<String> ids) throws ProviderException {
        return type.listDefaults(session, ids);
    }

    @Override
    public Optional<ObjectState> importObject(Session session, String id) throws ProviderException {
        return type.importObject(session, id);
    }

    @Override
    public ObjectState create(Session session, CreateRequest request) throws ProviderException {
        throw refused();
    }

    @Override
    public ObjectState update(Session session, UpdateRequest request) throws ProviderException {
        throw refused();
    }

    @Override
    public void delete(Session session, DeleteRequest request) throws ProviderException {
        throw refused();
    }

    private ProviderException refused() {
        return new ProviderException(
                Diagnostic.error("This run reads alone", "It must not change any object of type " + name() + "."));
    }
}
