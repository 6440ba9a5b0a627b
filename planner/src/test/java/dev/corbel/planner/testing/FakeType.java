package dev.corbel.planner.testing;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.NormalForm;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code fake_object}: has an attribute of every kind. What exists is what {@link FakeProvider#reality} says. */
public final class FakeType implements ResourceType {
    private static final Schema RULE = Schema.builder()
            .attribute(Attribute.required("port", Type.NUMBER))
            .attribute(Attribute.optional("protocol", Type.STRING).defaultsTo(Value.of("tcp")))
            .attribute(Attribute.computed("rule_id", Type.STRING))
            .build();
    static final Schema SCHEMA = Schema.builder()
            .version(2)
            .attribute(Attribute.optional("value", Type.ANY))
            .attribute(Attribute.optional("fixed", Type.ANY).immutable())
            .attribute(Attribute.optional("size", Type.NUMBER)
                    .defaultsTo(Value.of(1))
                    .validatedBy(Validation.between(1, 100)))
            .attribute(Attribute.optional("tags", Type.map(Type.STRING)))
            .attribute(Attribute.optional("secret", Type.STRING).sensitive())
            .attribute(Attribute.optional("password", Type.STRING).writeOnly())
            .attribute(Attribute.optionalComputed("zone", Type.STRING)
                    .comparedAs(NormalForm.ofTexts(zone -> zone.toLowerCase(Locale.ROOT))))
            .attribute(Attribute.computed("id", Type.STRING))
            .attribute(Attribute.computed("status", Type.STRING))
            .block(BlockType.single(
                    "logging",
                    Schema.builder()
                            .attribute(Attribute.required("target", Type.STRING).immutable())
                            .attribute(Attribute.computed("stream", Type.STRING))
                            .build()))
            .block(BlockType.list("step", RULE))
            .block(BlockType.set("rule", RULE))
            .build();

    private final Map<String, MapValue> reality;
    final List<List<String>> reads = new ArrayList<>();
    Function<PlanRequest, PlannedObject> hook = request -> new PlannedObject(request.proposed(), Set.of());
    Function<MapValue, List<Diagnostic>> refusal = planned -> List.of();
    Function<List<PreflightRequest>, List<Diagnostic>> preflight = requests -> List.of();
    int batchSize = 100;

    FakeType(Map<String, MapValue> reality) {
        this.reality = reality;
    }

    /** An object as the provider gives it: all attributes of the schema, those that are not given null or empty. */
    public static MapValue object(Map<String, Value> given) {
        Map<String, Value> all = new LinkedHashMap<>();
        SCHEMA.attributes().forEach((name, attribute) -> all.put(name, given.getOrDefault(name, Value.ofNull())));
        all.put("size", given.getOrDefault("size", Value.of(1)));
        SCHEMA.blocks()
                .forEach((name, block) -> all.put(
                        name,
                        given.getOrDefault(
                                name, block.nesting() == BlockType.Nesting.SINGLE ? Value.ofNull() : Value.list())));
        return Value.map(all);
    }

    @Override
    public String name() {
        return "fake_object";
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NONE;
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        return hook.apply(request);
    }

    @Override
    public List<Diagnostic> refuseUpdate(MapValue prior, MapValue planned) {
        return refusal.apply(planned);
    }

    @Override
    public Set<Step> preflightSteps() {
        return Set.of(Step.CREATE, Step.DELETE);
    }

    @Override
    public List<Diagnostic> preflight(Session session, List<PreflightRequest> requests) {
        return preflight.apply(requests);
    }

    @Override
    public MapValue upgrade(int fromVersion, MapValue stored) {
        if (fromVersion == 0) {
            throw new IllegalStateException("version 0 is too old");
        }
        Map<String, Value> renamed = new LinkedHashMap<>(stored.entries());
        renamed.put("value", stored.get("content"));
        renamed.remove("content");
        return new MapValue(renamed);
    }

    @Override
    public int readBatchSize() {
        return batchSize;
    }

    @Override
    public synchronized List<ReadResult> read(Session session, List<ReadRequest> requests) {
        reads.add(requests.stream().map(request -> request.address().toString()).toList());
        return requests.stream().map(this::answer).toList();
    }

    private ReadResult answer(ReadRequest request) {
        String id = request.prior().attributes().text("id").orElse("");
        if (id.startsWith("broken")) {
            return new ReadResult.Unreadable(Diagnostic.error("The object cannot be read", "The service is down."));
        }
        if (id.startsWith("expired")) {
            return new ReadResult.Unreadable(
                    Diagnostic.error("The credentials have expired", "Reading " + id + " was refused.")
                            .withHint("Sign in again.")
                            .ofSession());
        }
        MapValue object = reality.get(id);
        return object == null
                ? new ReadResult.Absent()
                : new ReadResult.Present(new ObjectState(object, request.prior().privateData()));
    }

    @Override
    public ObjectState create(Session session, CreateRequest request) {
        throw new IllegalStateException("planning creates nothing");
    }

    @Override
    public ObjectState update(Session session, UpdateRequest request) {
        throw new IllegalStateException("planning updates nothing");
    }

    @Override
    public void delete(Session session, DeleteRequest request) {
        throw new IllegalStateException("planning deletes nothing");
    }

    @Override
    public List<String> list(Session session) {
        return List.copyOf(reality.keySet());
    }

    @Override
    public Optional<ObjectState> importObject(Session session, String id) {
        return Optional.ofNullable(reality.get(id)).map(ObjectState::new);
    }
}
