package dev.corbel.providers.conformance;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code shed_tool} and {@code shed_box}: a type that works, but for one defect. */
final class ToolType implements ResourceType {
    private final String name;
    private final Optional<Defect> defect;
    private final IdentityHashMap<ObjectState, Boolean> returned = new IdentityHashMap<>();

    ToolType(String name, Optional<Defect> defect) {
        this.name = name;
        this.defect = defect;
    }

    private boolean has(Defect candidate) {
        return defect.equals(Optional.of(candidate));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Schema schema() {
        Attribute.Builder id = Attribute.computed("id", Type.STRING);
        return Schema.builder()
                .attribute(Attribute.optional("name", Type.STRING))
                .attribute(Attribute.optional("size", Type.NUMBER).defaultsTo(Value.of(1)))
                .attribute(Attribute.optional("make", Type.STRING))
                .attribute(Attribute.optional("secret", Type.STRING).writeOnly())
                .attribute(Attribute.optional("identity", Type.STRING))
                .attribute(has(Defect.COMPUTED_ATTRIBUTE_HAS_A_DEFAULT) ? id.defaultsTo(Value.of("x")) : id)
                .build();
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return planned.text("identity").map(IdentityClass::valueOf).orElse(IdentityClass.NONE);
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of(has(Defect.TIMEOUT_OF_AN_UNKNOWN_CALL) ? "mend" : "create", Duration.ofMinutes(1));
    }

    @Override
    public boolean isOther(ObjectState stored, ObjectState found) {
        return has(Defect.IS_ANOTHER_THAN_ITSELF);
    }

    @Override
    public Set<String> attachedTo() {
        return has(Defect.IS_IN_ITSELF) ? Set.of(name()) : Set.of();
    }

    @Override
    public List<Attached> listAttached(Session session, List<Parent> parents) {
        return parents.stream()
                .map(parent -> Attached.of(
                        List.of(new AttachedObject(name(), "0", parent.object().attributes(), Optional.empty()))))
                .toList();
    }

    @Override
    public int readBatchSize() {
        return has(Defect.EMPTY_BATCHES) ? 0 : 100;
    }

    @Override
    public List<Diagnostic> validate(MapValue configuration) {
        boolean refused =
                has(Defect.REFUSES_WHAT_WORKS) || (has(Defect.REFUSES_THE_UNKNOWN) && !configuration.isWhollyKnown());
        return refused ? List.of(Diagnostic.error("The tool is no good", "")) : List.of();
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue planned = request.proposed();
        boolean another = !request.isCreation() && differs("make", request);
        if (has(Defect.PLANS_OVER_THE_UNKNOWN) && planned.get("size").isUnknown()) {
            planned = planned.with("size", Value.of(1));
        }
        if (has(Defect.CREATION_PLAN_OVERRULES_THE_DEFINITION) && request.isCreation()) {
            planned = planned.with("size", Value.of(99));
        }
        if (has(Defect.CHANGE_PLAN_OVERRULES_THE_DEFINITION) && differs("size", request)) {
            planned = planned.with("size", Value.of(99));
        }
        if (has(Defect.PLANS_A_CHANGE_WHERE_NONE_IS)) {
            planned = planned.with("id", Value.unknown());
        }
        boolean replaces = has(Defect.REPLACES_FOR_A_CHANGE_IN_PLACE)
                ? !request.isCreation()
                : another && !has(Defect.FORGETS_THAT_A_CHANGE_REPLACES);
        return new PlannedObject(planned, replaces ? Set.of(ValuePath.of("make")) : Set.of());
    }

    private static boolean differs(String name, PlanRequest request) {
        return request.prior() instanceof MapValue prior
                && !prior.get(name).equals(request.proposed().get(name));
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return ToolFacts.of(attributes, defect);
    }

    @Override
    public List<ReadResult> read(Session session, List<ReadRequest> requests) {
        List<ReadResult> results = new ArrayList<>();
        synchronized (session) {
            for (ReadRequest request : requests) {
                results.add(read((Shed) session, request));
            }
        }
        if (has(Defect.ANSWERS_OUT_OF_ORDER)) {
            java.util.Collections.reverse(results);
            results.add(results.isEmpty() ? new ReadResult.Absent() : results.remove(1 % results.size()));
        }
        if (has(Defect.LEAVES_OUT_THE_ABSENT) && requests.size() > 1) {
            results.removeIf(ReadResult.Absent.class::isInstance);
        }
        return results;
    }

    private ReadResult read(Shed shed, ReadRequest request) {
        String id = request.prior().attributes().text("id").orElse("");
        Shed.Stored stored = shed.objects.get(id);
        boolean refused = has(Defect.NEEDS_THE_OBJECT_THAT_IT_RETURNED) && !returned.containsKey(request.prior());
        if (stored == null || refused) {
            return new ReadResult.Absent();
        }
        MapValue attributes =
                has(Defect.READS_SOMETHING_ELSE) ? stored.attributes().with("size", Value.of(5)) : stored.attributes();
        return new ReadResult.Present(state(attributes, has(Defect.LOSES_PRIVATE_DATA) ? "" : stored.token()));
    }

    @Override
    public ObjectState create(Session session, CreateRequest request) throws ProviderException {
        Shed shed = (Shed) session;
        refuseWhereReading(shed);
        synchronized (shed) {
            IdentityClass identity = identityClass(request.planned());
            Optional<ObjectState> before = identity == IdentityClass.CLIENT_TOKEN && !has(Defect.FORGETS_TOKENS)
                    ? byToken(shed, request.token())
                    : Optional.empty();
            if (before.isPresent()) {
                return before.get();
            }
            if (identity == IdentityClass.NATURAL_KEY
                    && !has(Defect.TAKES_A_KEY_TWICE)
                    && byName(shed, request).isPresent()) {
                throw failure("The name is taken", null);
            }
            return store(shed, request);
        }
    }

    private void refuseWhereReading(Shed shed) throws ProviderException {
        if (shed.reading && !has(Defect.CHANGES_WHERE_IT_ONLY_READS)) {
            throw failure("This session only reads", null);
        }
    }

    private ObjectState store(Shed shed, CreateRequest request) throws ProviderException {
        shed.created++;
        String id = has(Defect.MIXES_UP_CONCURRENT_CREATIONS) && shed.created > 3 ? "3" : String.valueOf(shed.created);
        MapValue attributes = has(Defect.RETURNS_WRITE_ONLY_VALUES)
                ? request.planned()
                : request.planned().with("secret", Value.ofNull());
        attributes = attributes.with("id", has(Defect.RETURNS_UNKNOWN_VALUES) ? Value.unknown() : Value.of(id));
        attributes = has(Defect.CREATES_SOMETHING_ELSE) ? attributes.with("size", Value.of(7)) : attributes;
        attributes = has(Defect.RETURNS_WHAT_THE_SCHEMA_LACKS) ? attributes.with("age", Value.of(7)) : attributes;
        shed.objects.put(id, new Shed.Stored(attributes, request.token()));
        ObjectState object = state(attributes, request.token());
        if (request.planned().text("make").equals(Optional.of("failing"))) {
            throw failure("It broke", has(Defect.FAILS_WITHOUT_THE_OBJECT) ? null : object);
        }
        return object;
    }

    private ObjectState state(MapValue attributes, String token) {
        ObjectState state = new ObjectState(attributes, token);
        synchronized (returned) {
            returned.put(state, true);
        }
        return state;
    }

    private static ProviderException failure(String summary, @org.jspecify.annotations.Nullable ObjectState object) {
        return new ProviderException(Diagnostic.error(summary, ""), object);
    }

    @Override
    public Optional<ObjectState> recover(Session session, CreateRequest request) throws ProviderException {
        Shed shed = (Shed) session;
        synchronized (shed) {
            Optional<ObjectState> byToken = byToken(shed, request.token());
            if (has(Defect.FINDS_NO_INTERRUPTED_CREATION)) {
                return Optional.empty();
            }
            if (has(Defect.FINDS_ANY_OBJECT)) {
                return shed.objects.values().stream()
                        .findFirst()
                        .map(stored -> state(stored.attributes(), stored.token()));
            }
            if (byToken.isEmpty() && byName(shed, request).isPresent()) {
                if (has(Defect.TAKES_OBJECTS_OF_OTHERS)) {
                    return byName(shed, request);
                }
                throw failure("The name belongs to another", null);
            }
            return byToken;
        }
    }

    private Optional<ObjectState> byToken(Shed shed, String token) {
        return shed.objects.values().stream()
                .filter(stored -> stored.token().equals(token))
                .findFirst()
                .map(stored -> state(stored.attributes(), stored.token()));
    }

    private Optional<ObjectState> byName(Shed shed, CreateRequest request) {
        return shed.objects.values().stream()
                .filter(stored ->
                        stored.attributes().get("name").equals(request.planned().get("name")))
                .findFirst()
                .map(stored -> state(stored.attributes(), stored.token()));
    }

    @Override
    public ObjectState update(Session session, UpdateRequest request) throws ProviderException {
        Shed shed = (Shed) session;
        refuseWhereReading(shed);
        synchronized (shed) {
            String id = request.prior().attributes().text("id").orElse("");
            Shed.Stored stored = shed.objects.get(id);
            if (stored == null && !has(Defect.UPDATES_WHAT_IS_GONE)) {
                throw failure("The tool is gone", null);
            }
            MapValue attributes = request.planned().with("secret", Value.ofNull());
            attributes = has(Defect.UPDATES_SOMETHING_ELSE) ? attributes.with("size", Value.of(7)) : attributes;
            attributes = has(Defect.UPDATES_BY_REPLACING) ? attributes.with("id", Value.of("new")) : attributes;
            String token = stored == null ? request.token() : stored.token();
            shed.objects.put(attributes.text("id").orElse(id), new Shed.Stored(attributes, token));
            return state(attributes, token);
        }
    }

    @Override
    public void delete(Session session, DeleteRequest request) throws ProviderException {
        Shed shed = (Shed) session;
        refuseWhereReading(shed);
        synchronized (shed) {
            if (has(Defect.DELETES_NOTHING)) {
                return;
            }
            String id = request.prior().attributes().text("id").orElse("");
            if (shed.objects.remove(id) == null && has(Defect.FAILS_TO_DELETE_TWICE)) {
                throw failure("The tool is gone", null);
            }
        }
    }

    @Override
    public List<String> list(Session session) {
        Shed shed = (Shed) session;
        synchronized (shed) {
            return has(Defect.LISTS_NOTHING) ? List.of() : List.copyOf(shed.objects.keySet());
        }
    }

    @Override
    public Optional<ObjectState> importObject(Session session, String id) {
        Shed shed = (Shed) session;
        synchronized (shed) {
            Shed.Stored stored = shed.objects.get(id);
            if (has(Defect.IMPORTS_WHAT_IS_NOT_THERE) && stored == null) {
                return Optional.of(state(MapValue.EMPTY, ""));
            }
            if (stored == null || has(Defect.IMPORTS_NOTHING)) {
                return Optional.empty();
            }
            MapValue attributes = has(Defect.IMPORTS_SOMETHING_ELSE) || has(Defect.IMPORTS_WHAT_THE_NEXT_PLAN_CHANGES)
                    ? stored.attributes().with("size", Value.of(3))
                    : stored.attributes();
            return Optional.of(state(attributes, stored.token()));
        }
    }
}
