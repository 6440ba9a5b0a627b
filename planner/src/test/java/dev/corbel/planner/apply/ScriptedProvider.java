package dev.corbel.planner.apply;

import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.ResourceType.Whole;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A provider with one type, {@code fake_object}, and one data source of that name, which do what a test tells them. */
final class ScriptedProvider implements Provider {
    /** The effect of a call on the attributes that were asked for. */
    interface Script {
        ObjectState run(MapValue planned) throws ProviderException;
    }

    /** Finds an interrupted creation by the attributes that were kept. */
    interface Search {
        Optional<ObjectState> run(MapValue kept) throws ProviderException;
    }

    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    final List<Optional<Duration>> timeouts = Collections.synchronizedList(new ArrayList<>());
    Script create = planned -> new ObjectState(planned.with("id", Value.of("made")));
    Script update = planned -> new ObjectState(planned);
    Script delete = ObjectState::new;
    Script lookUp = planned -> new ObjectState(planned.with("id", Value.of("found")));
    Search recover = kept -> Optional.empty();
    ReadResult reading = new ReadResult.Absent();
    Runnable beforeReading = () -> {};
    List<ConcurrencyKey> keys = List.of();
    IdentityClass identity = IdentityClass.NONE;
    Schema schema = schema();
    Function<MapValue, Optional<String>> note = planned -> Optional.empty();
    Function<MapValue, Optional<Whole>> whole = attributes -> Optional.empty();

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Schema configuration() {
        return Schema.EMPTY;
    }

    @Override
    public Set<String> resourceTypeNames() {
        return Set.of("fake_object");
    }

    @Override
    public Optional<ResourceType> resourceType(String name) {
        return Optional.of(new FakeObject());
    }

    @Override
    public Set<String> dataSourceTypeNames() {
        return Set.of("fake_object");
    }

    @Override
    public Optional<DataSourceType> dataSourceType(String name) {
        return Optional.of(new FakeData());
    }

    @Override
    public Session open(MapValue configuration, ProviderContext context) {
        return new Session() {
            @Override
            public List<ConcurrencyKey> concurrencyKeys(String type, MapValue attributes) {
                return keys;
            }

            @Override
            public void close() {}
        };
    }

    private static Schema schema() {
        return Schema.builder()
                .attribute(Attribute.optional("value", Type.ANY))
                .attribute(Attribute.optional("size", Type.NUMBER))
                .attribute(Attribute.optional("secret", Type.STRING).sensitive())
                .attribute(Attribute.computed("id", Type.STRING))
                .build();
    }

    private final class FakeData implements DataSourceType {
        @Override
        public String name() {
            return "fake_object";
        }

        @Override
        public Schema schema() {
            return ScriptedProvider.schema();
        }

        @Override
        public MapValue read(Session session, MapValue configuration) throws ProviderException {
            calls.add("look up " + configuration.get("value"));
            return lookUp.run(configuration).attributes();
        }
    }

    private final class FakeObject implements ResourceType {
        @Override
        public String name() {
            return "fake_object";
        }

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public IdentityClass identityClass(MapValue planned) {
            return identity;
        }

        @Override
        public Optional<String> note(MapValue planned) {
            return note.apply(planned);
        }

        @Override
        public Optional<Whole> whole(MapValue attributes) {
            return whole.apply(attributes);
        }

        @Override
        public Map<String, Duration> timeouts() {
            return Map.of("create", Duration.ofMinutes(5), "delete", Duration.ofMinutes(7));
        }

        @Override
        public List<ReadResult> read(Session session, List<ReadRequest> requests) {
            beforeReading.run();
            requests.forEach(request -> calls.add("read " + request.address()));
            return Collections.nCopies(requests.size(), reading);
        }

        @Override
        public ObjectState create(Session session, CreateRequest request) throws ProviderException {
            calls.add("create " + request.address());
            timeouts.add(request.timeout());
            return create.run(request.planned());
        }

        @Override
        public Optional<ObjectState> recover(Session session, CreateRequest request) throws ProviderException {
            calls.add("recover " + request.address());
            return recover.run(request.planned());
        }

        @Override
        public ObjectState update(Session session, UpdateRequest request) throws ProviderException {
            calls.add("update " + request.address());
            timeouts.add(request.timeout());
            return update.run(request.planned());
        }

        @Override
        public void delete(Session session, DeleteRequest request) throws ProviderException {
            calls.add("delete " + request.address());
            timeouts.add(request.timeout());
            delete.run(request.prior().attributes());
        }

        @Override
        public List<String> list(Session session) {
            return List.of();
        }

        @Override
        public Optional<ObjectState> importObject(Session session, String id) {
            return Optional.empty();
        }
    }
}
