package dev.corbel.planner.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * {@code corbel_data}: keeps a value. Its id follows from the token of its creation, so that repeating the creation gives
 * the same object.
 */
final class DataResource implements ResourceType {
    static final String NAME = "corbel_data";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.optional("input", Type.ANY).describedAs("Any value; it can change in place."))
            .attribute(Attribute.optional("triggers_replace", Type.ANY)
                    .immutable()
                    .describedAs("Any value; when it changes, the object is replaced."))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("A random id, new with each object."))
            .attribute(Attribute.computed("output", Type.ANY)
                    .derivedFrom("input")
                    .describedAs("The input, once it has been applied."))
            .build();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.CLIENT_TOKEN;
    }

    @Override
    public boolean hasExternalEffect() {
        return false;
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        Value input = request.proposed().get("input");
        boolean same =
                request.prior() instanceof MapValue prior && prior.get("input").equals(input);
        if (same) {
            return new PlannedObject(request.proposed(), Set.of());
        }
        Value output = input.isNull() ? input : Value.unknown();
        return new PlannedObject(request.proposed().with("output", output), Set.of());
    }

    @Override
    public int readBatchSize() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<ReadResult> read(Session session, List<ReadRequest> requests) {
        return requests.stream()
                .<ReadResult>map(request -> new ReadResult.Present(request.prior()))
                .toList();
    }

    @Override
    public ObjectState create(Session session, CreateRequest request) {
        String id = UUID.nameUUIDFromBytes(request.token().getBytes(UTF_8)).toString();
        return stored(request.planned().with("id", Value.of(id)));
    }

    @Override
    public ObjectState update(Session session, UpdateRequest request) {
        return stored(request.planned());
    }

    private static ObjectState stored(MapValue attributes) {
        return new ObjectState(attributes.with("output", attributes.get("input")));
    }

    @Override
    public void delete(Session session, DeleteRequest request) {
        // Nothing stands behind it: leaving state is all there is to it.
    }

    @Override
    public List<String> list(Session session) {
        return List.of();
    }

    @Override
    public Optional<ObjectState> importObject(Session session, String id) {
        return Optional.empty();
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a value that state keeps; nothing stands behind it", "", "", "");
    }
}
