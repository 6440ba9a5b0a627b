package dev.corbel.providers.aws.resource;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.naming.Naming;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/**
 * The calls of a type whose objects the service knows by name, and whose tags tell whose they are. The list is read
 * page by page for many objects, and a single one directly.
 */
public abstract class NamedOperations<T> implements Operations {
    private final Naming naming;

    protected NamedOperations(Naming naming) {
        this.naming = naming;
    }

    protected abstract NamedReader<T> reader(AwsSession session);

    /**
     * Makes the call that creates an object.
     *
     * @param tags all tags of the new object
     * @param once an override for its request that keeps the SDK from repeating it
     */
    protected abstract T call(
            AwsSession session,
            String name,
            DesiredAttributes desired,
            Map<String, String> tags,
            AwsRequestOverrideConfiguration once);

    /** The codes that pass: what a new object refers to is not known everywhere. */
    protected Set<String> notYet(DesiredAttributes desired) {
        return Set.of();
    }

    /** What is left to do once the object is there; also for one that an interrupted creation left. */
    protected ObjectState finish(AwsSession session, T object, CreateRequest request) throws ProviderException {
        return reader(session).show(object, request.planned());
    }

    /** The name of an object that is there. */
    protected final String name(MapValue attributes) {
        return naming.of(attributes);
    }

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        NamedReader<T> reader = reader(session);
        Map<String, T> all = requests.size() == 1 ? Map.of() : reader.some(names(requests));
        return session.batch().readEach(requests, request -> {
            MapValue prior = request.prior().attributes();
            return Optional.ofNullable(all.get(name(prior)))
                    .or(() -> reader.find(name(prior)))
                    .map(object -> reader.show(object, prior));
        });
    }

    private List<String> names(List<ReadRequest> requests) {
        return requests.stream()
                .map(request -> name(request.prior().attributes()))
                .toList();
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        if (naming.taken().isEmpty()) {
            Optional<T> there = reader(session).find(naming.of(request));
            if (there.isPresent()) {
                return finish(session, checked(session, there.get(), request), request);
            }
        }
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        String name = naming.of(request);
        Map<String, String> tags = Tags.of(request.planned(), request.token());
        T object;
        try {
            object = IdempotentCreate.create(
                    session,
                    notYet(desired),
                    once -> call(session, name, desired, tags, once),
                    () -> ours(session, request));
        } catch (ProviderException failure) {
            if (failure.getCause() == null || !naming.taken().contains(ErrorClass.code(failure.getCause()))) {
                throw failure;
            }
            object = ours(session, request)
                    .orElseThrow(() -> naming.refusal(request).because(failure));
        }
        return finish(session, object, request);
    }

    private Optional<T> ours(AwsSession session, CreateRequest request) {
        return reader(session).find(naming.of(request)).filter(object -> isOurs(session, object, request));
    }

    private boolean isOurs(AwsSession session, T object, CreateRequest request) {
        return request.token().equals(reader(session).tags(object).get(Tags.OPERATION));
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        Optional<T> found = session.waiter(IdempotentCreate.READ_LAG)
                .poll(() -> reader(session).find(naming.of(request)));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(finish(session, checked(session, found.get(), request), request));
    }

    private T checked(AwsSession session, T object, CreateRequest request) throws ProviderException {
        if (!isOurs(session, object, request)) {
            throw naming.refusal(request);
        }
        return object;
    }

    @Override
    public List<String> list(AwsSession session) {
        return List.copyOf(reader(session).all().keySet());
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        NamedReader<T> reader = reader(session);
        return reader.find(id).map(object -> reader.show(object, MapValue.EMPTY));
    }
}
