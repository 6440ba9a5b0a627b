package dev.corbel.providers.onprem.host;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.MarkedObjects;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of object on a host that goes by a natural key, such as a path. A type writes its schema, its part of the fact script
 * ({@link HostFacts}), and three scripts: {@link #make}, {@link #change} and {@link #remove}. The rest is here: the registry
 * of the host, which says who owns an object, is written before each creation; results are read back; and an
 * interrupted creation is found by its token.
 */
public abstract class HostType implements ResourceType, HostFacts {
    /** The attribute that lets a type take over what was there before. */
    protected static final String REPLACE_EXISTING = "replaceExisting";

    private static final Duration SETTLED = Duration.ofMinutes(30);

    /** The attribute that names an object, such as {@code path}; what is imported goes by it, too. */
    protected abstract String keyAttribute();

    /**
     * Makes the object, and may find it half made by the same operation. Ends when it is there; the result is read back.
     *
     * @param change has the object that was there before as {@link Change#prior}, where the type takes over
     */
    protected abstract void make(Change change) throws ProviderException;

    /** Turns the object into the one that is planned. */
    protected abstract void change(Change change) throws ProviderException;

    /** Removes the object, or puts back what was there before; done when it was gone before. */
    protected abstract void remove(Change change) throws ProviderException;

    /** The text that an object goes by on its host; empty as long as it is not known. */
    protected Optional<String> key(MapValue attributes) {
        return attributes.text(keyAttribute());
    }

    /** The attributes that a key tells, to look an object up by; empty where it is no key. */
    protected Optional<MapValue> named(String id) {
        return Optional.of(new MapValue(Map.of(keyAttribute(), Value.of(id))));
    }

    /** Tells whether an object that nobody owns may be taken over. */
    protected boolean takesOver(MapValue planned) {
        return planned.get(REPLACE_EXISTING).unmarked() instanceof BooleanValue flag && flag.value();
    }

    /** Tells whether an object can be adopted: not where its settings cannot be told from the host. */
    protected boolean isImportable() {
        return true;
    }

    /** Tells whether calls wait for each other on a host, as those of a package manager do. */
    protected boolean isExclusive() {
        return false;
    }

    /** The attribute for {@link #takesOver}. */
    protected static Attribute.Builder replaceExisting() {
        return Attribute.optional(REPLACE_EXISTING, Type.BOOLEAN)
                .describedAs("Whether an object that was there before is taken over; it is kept, and put back when the"
                        + " resource ends. Left out, it is an error.");
    }

    /** Tells whether a read has nothing but the key to go by, so that all that can be told is asked for. */
    public static boolean isImport(MapValue prior) {
        return prior.entries().size() == 1;
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NATURAL_KEY;
    }

    @Override
    public Optional<String> uniqueName(MapValue attributes) {
        return key(attributes);
    }

    /** The registry has it by its key. */
    @Override
    public Optional<String> listedId(MapValue attributes) {
        return key(attributes);
    }

    /** Objects of hosts are too many to list, and most are nobody's business. */
    @Override
    public boolean isListable() {
        return false;
    }

    @Override
    public List<String> list(Session session) throws ProviderException {
        return host(session).registry().listOwn((type, key) -> !type.equals(name())).stream()
                .map(MarkedObjects.MarkedObject::id)
                .toList();
    }

    @Override
    public List<ReadResult> read(Session session, List<ReadRequest> requests) {
        return ((OnpremSession) session).readAll(this, requests);
    }

    @Override
    public Optional<ObjectState> importObject(Session session, String id) throws ProviderException {
        if (!isImportable()) {
            throw new ProviderException(HostProblems.notImportable(name(), id));
        }
        Optional<MapValue> named = named(id);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Host host = host(session);
        Optional<ObjectState> found = lookUp(host, Address.resource(name(), "import"), named.get());
        return found.isPresent() ? Optional.of(host.marked(found.get(), "")) : Optional.empty();
    }

    @Override
    public ObjectState create(Session session, CreateRequest request) throws ProviderException {
        Host host = host(session);
        MapValue planned = request.planned();
        Optional<ObjectState> found = lookUp(host, request.address(), planned);
        Ownership owned = host.registry()
                .claim(this, request.address(), keyOf(planned), request.token(), found.isPresent(), takesOver(planned));
        MapValue prior = found.map(ObjectState::attributes).orElse(MapValue.EMPTY);
        return carriedOut(
                this::make,
                new Change(host, request.address(), prior, planned, owned, request.token(), request.timeout()));
    }

    @Override
    public Optional<ObjectState> recover(Session session, CreateRequest request) throws ProviderException {
        Host host = host(session);
        Optional<Ownership> owned = host.registry().find(name(), keyOf(request.planned()));
        if (owned.isEmpty() || !owned.get().token().equals(request.token())) {
            return Optional.empty();
        }
        host.settle(request.token(), request.timeout().orElse(SETTLED));
        Optional<ObjectState> found = lookUp(host, request.address(), request.planned());
        return found.isPresent() ? Optional.of(host.marked(found.get(), request.token())) : Optional.empty();
    }

    @Override
    public ObjectState update(Session session, UpdateRequest request) throws ProviderException {
        Host host = host(session).expect(request.prior());
        String key = keyOf(request.prior().attributes());
        if (lookUp(host, request.address(), request.prior().attributes()).isEmpty()) {
            throw new ProviderException(HostProblems.gone(host, name(), key, request.address()));
        }
        Ownership owned = host.registry().keep(this, request.address(), key, request.token());
        return carriedOut(
                this::change,
                new Change(
                        host,
                        request.address(),
                        request.prior().attributes(),
                        request.planned(),
                        owned,
                        request.token(),
                        request.timeout()));
    }

    @Override
    public void delete(Session session, DeleteRequest request) throws ProviderException {
        Host host = host(session).expect(request.prior());
        MapValue prior = request.prior().attributes();
        String key = keyOf(prior);
        Ownership owned = host.registry().keep(this, request.address(), key, request.token());
        remove(new Change(host, request.address(), prior, MapValue.EMPTY, owned, request.token(), request.timeout()));
        host.registry().release(name(), key);
    }

    /** One of the three scripts of a type. */
    @FunctionalInterface
    private interface Step {
        void take(Change change) throws ProviderException;
    }

    private ObjectState carriedOut(Step step, Change change) throws ProviderException {
        try {
            step.take(change);
        } catch (ProviderException failure) {
            throw withObject(failure, change);
        }
        ObjectState made = lookUp(change.host(), change.address(), change.planned())
                .orElseThrow(() -> new ProviderException(HostProblems.vanished(this, keyOf(change.planned()), change)));
        return change.host().marked(made, change.ownership().token());
    }

    /** The failure with the object as it is now, which an update can finish; as it is where nobody can tell. */
    private ProviderException withObject(ProviderException failure, Change change) {
        if (failure.isUncertain() || failure.object().isPresent()) {
            return failure;
        }
        try {
            Optional<ObjectState> left = left(change);
            if (left.isEmpty() && change.prior().entries().isEmpty()) {
                change.host().registry().release(name(), keyOf(change.planned()));
            }
            return left.isEmpty()
                    ? failure
                    : new ProviderException(
                                    failure.diagnostic(),
                                    change.host()
                                            .marked(
                                                    left.get(),
                                                    change.ownership().token()))
                            .sound()
                            .because(failure);
        } catch (ProviderException unreadable) {
            failure.addSuppressed(unreadable);
            return failure;
        }
    }

    /**
     * The object after a failure: as it was where the host tells no difference, so that what no host tells, such as the version
     * of a secret, counts as written only where something was.
     */
    private Optional<ObjectState> left(Change change) throws ProviderException {
        MapValue prior = change.prior();
        if (!prior.entries().isEmpty()) {
            Optional<ObjectState> asBefore = lookUp(change.host(), change.address(), prior)
                    .filter(object -> object.attributes().equals(prior));
            if (asBefore.isPresent()) {
                return asBefore;
            }
        }
        return lookUp(change.host(), change.address(), change.planned());
    }

    /** The object as the host has it, whose attributes that no host tells are taken from others. */
    private Optional<ObjectState> lookUp(Host host, Address address, MapValue attributes) throws ProviderException {
        ReadRequest request = new ReadRequest(address, new ObjectState(withoutUnknown(attributes)));
        ReadResult result = host.facts().read(this, List.of(request)).get(0);
        if (result instanceof ReadResult.Unreadable unreadable) {
            throw new ProviderException(unreadable.reason()).dueTo(unreadable.cause());
        }
        return result instanceof ReadResult.Present present ? Optional.of(present.object()) : Optional.empty();
    }

    /** Known values alone, and none that is only for writing. */
    private MapValue withoutUnknown(MapValue attributes) {
        MapValue known = attributes;
        for (Map.Entry<String, Value> entry : attributes.entries().entrySet()) {
            Attribute attribute = schema().attributes().get(entry.getKey());
            if (!entry.getValue().isWhollyKnown() || (attribute != null && attribute.isWriteOnly())) {
                known = known.with(entry.getKey(), Value.ofNull());
            }
        }
        return known;
    }

    private String keyOf(MapValue attributes) {
        return key(attributes).orElseThrow(() -> new IllegalStateException("no " + keyAttribute() + " in " + name()));
    }

    private static Host host(Session session) {
        return ((OnpremSession) session).host();
    }
}
