package dev.corbel.planner.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A type whose objects state alone has: nothing stands behind them. An object's id follows from the token of its creation,
 * so that repeating the creation gives the same object.
 */
abstract class StateOnlyType implements ResourceType {
    private final String name;
    private final Schema schema;

    StateOnlyType(String name, Schema schema) {
        this.name = name;
        this.schema = schema;
    }

    /** The object as state keeps it, from what was planned. */
    abstract MapValue stored(MapValue planned);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Schema schema() {
        return schema;
    }

    @Override
    public final IdentityClass identityClass(MapValue planned) {
        return IdentityClass.CLIENT_TOKEN;
    }

    @Override
    public final boolean hasExternalEffect() {
        return false;
    }

    @Override
    public final int readBatchSize() {
        return Integer.MAX_VALUE;
    }

    @Override
    public final List<ReadResult> read(Session session, List<ReadRequest> requests) {
        return requests.stream()
                .<ReadResult>map(request -> new ReadResult.Present(request.prior()))
                .toList();
    }

    @Override
    public final ObjectState create(Session session, CreateRequest request) {
        String id = UUID.nameUUIDFromBytes(request.token().getBytes(UTF_8)).toString();
        return new ObjectState(stored(request.planned().with("id", Value.of(id))));
    }

    @Override
    public final ObjectState update(Session session, UpdateRequest request) {
        return new ObjectState(stored(request.planned()));
    }

    @Override
    public final void delete(Session session, DeleteRequest request) {
        // Nothing stands behind it: leaving state is all there is to it.
    }

    @Override
    public final List<String> list(Session session) {
        return List.of();
    }

    @Override
    public final Optional<ObjectState> importObject(Session session, String id) {
        return Optional.empty();
    }
}
