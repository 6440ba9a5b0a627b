package dev.corbel.providers.simulator;

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
import dev.corbel.providers.api.value.StringValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code sim_object}: an object with a name and a value that is nothing but a file. */
final class SimObjectType implements ResourceType {
    static final String TYPE = "sim_object";

    @Override
    public String name() {
        return TYPE;
    }

    @Override
    public Schema schema() {
        return SimObjectSchema.RESOURCE;
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return planned.text(SimObjectSchema.IDENTITY)
                .flatMap(SimObjectSchema::identityClass)
                .orElse(
                        planned.get(SimObjectSchema.NAME).isNull()
                                ? IdentityClass.CLIENT_TOKEN
                                : IdentityClass.NATURAL_KEY);
    }

    @Override
    public boolean holdsData(MapValue attributes) {
        return SimObjectFacts.isPrimary(attributes);
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return SimObjectFacts.of(attributes);
    }

    @Override
    public List<Diagnostic> validate(MapValue configuration) {
        boolean byName = configuration.get(SimObjectSchema.IDENTITY).unmarked() instanceof StringValue identity
                && SimObjectSchema.identityClass(identity.value()).equals(Optional.of(IdentityClass.NATURAL_KEY));
        return byName && configuration.get(SimObjectSchema.NAME).isNull()
                ? List.of(Diagnostic.error(
                        "The identity \"natural-key\" needs a name", "An object without a name has no natural key."))
                : List.of();
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        return SimObjectPlan.of(request);
    }

    @Override
    public List<ReadResult> read(Session session, List<ReadRequest> requests) {
        return SimObjectReading.read((SimulatorSession) session, requests);
    }

    @Override
    public ObjectState create(Session session, CreateRequest request) throws ProviderException {
        MapValue planned = request.planned();
        LoggedCall call = LoggedCall.of("create", Optional.empty(), planned.text(SimObjectSchema.NAME));
        SimulatorSession simulator = (SimulatorSession) session;
        return simulator.change(call, () -> {
            SimObject object = simulator.store().create(planned, request.token(), identityClass(planned));
            call.about(object);
            return object.state();
        });
    }

    @Override
    public Optional<ObjectState> recover(Session session, CreateRequest request) throws ProviderException {
        return SimObjectRecovery.recover((SimulatorSession) session, request, identityClass(request.planned()));
    }

    @Override
    public ObjectState update(Session session, UpdateRequest request) throws ProviderException {
        String id = id(request.prior());
        LoggedCall call = LoggedCall.of("update", Optional.of(id), name(request.prior()));
        SimulatorSession simulator = (SimulatorSession) session;
        return simulator.change(call, () -> {
            SimObject object = simulator.store().update(id, request.planned());
            call.about(object);
            return object.state();
        });
    }

    @Override
    public void delete(Session session, DeleteRequest request) throws ProviderException {
        String id = id(request.prior());
        LoggedCall call = LoggedCall.of("delete", Optional.of(id), name(request.prior()));
        SimulatorSession simulator = (SimulatorSession) session;
        simulator.change(call, () -> simulator.store().delete(id));
    }

    /** Somebody else's file has another token, or none. */
    @Override
    public boolean isOther(ObjectState stored, ObjectState found) {
        return !stored.privateData().isEmpty() && !stored.privateData().equals(found.privateData());
    }

    @Override
    public Optional<ObjectState> namesake(Session session, MapValue gone) throws ProviderException {
        Optional<String> name = gone.text(SimObjectSchema.NAME);
        return name.isPresent()
                ? SimObjectReading.byName((SimulatorSession) session, name.get())
                        .map(SimObject::state)
                : Optional.empty();
    }

    /** A file that somebody put there by hand can say on which object it is, as no definition can. */
    @Override
    public Set<String> attachedTo() {
        return Set.of(TYPE);
    }

    @Override
    public List<Attached> listAttached(Session session, List<Parent> parents) {
        return SimObjectAttachments.of((SimulatorSession) session, parents);
    }

    @Override
    public List<String> list(Session session) throws ProviderException {
        SimulatorSession simulator = (SimulatorSession) session;
        return simulator.perform(LoggedCall.of("list"), () -> simulator.store().ids());
    }

    @Override
    public Optional<ObjectState> importObject(Session session, String id) throws ProviderException {
        return SimObjectReading.byId((SimulatorSession) session, id).map(SimObject::state);
    }

    private static String id(ObjectState prior) {
        return prior.attributes().text(SimObjectSchema.ID).orElse("");
    }

    private static Optional<String> name(ObjectState prior) {
        return prior.attributes().text(SimObjectSchema.NAME);
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "an object in the simulator's folder",
                "the object's id",
                "name, else client token; `identity` overrides it",
                "");
    }
}
