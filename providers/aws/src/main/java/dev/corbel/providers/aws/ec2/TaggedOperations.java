package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.SharedLookups;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/**
 * The calls of a type whose objects EC2 tags when it creates them: the object is created once, found again by its tag,
 * and then settled, which brings it to its plan.
 */
abstract class TaggedOperations<T> implements Operations {
    private final String noun;
    private final Duration creation;
    private final Set<String> notYet;

    /**
     * The calls.
     *
     * @param noun what people call such an object, such as "internet gateway"
     * @param creation how long a creation may take
     * @param notYet codes with which a creation is refused while EC2 does not know everywhere what it refers to
     */
    TaggedOperations(String noun, Duration creation, Set<String> notYet) {
        this.noun = noun;
        this.creation = creation;
        this.notYet = notYet;
    }

    abstract TaggedReader<T> reader(AwsSession session);

    /** Makes the call that creates the object, with the operation's tag, and with this override so that it is made once. */
    abstract T make(AwsSession session, CreateRequest request, AwsRequestOverrideConfiguration once);

    /** Brings an object that is there to its plan, but for its tags, and waits until it shows. */
    abstract void settle(AwsSession session, T object, DesiredAttributes planned, Waiter waiter)
            throws ProviderException;

    @Override
    public final List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        TaggedReader<T> reader = reader(session);
        return session.batch()
                .read(
                        requests,
                        reader::list,
                        reader::find,
                        (object, request) -> reader.show(object, request.prior().attributes()));
    }

    @Override
    public final ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        T object = IdempotentCreate.create(session, notYet, once -> make(session, request, once), () -> reader(session)
                .createdBy(request.token()));
        return finish(session, object, request);
    }

    @Override
    public final Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        Optional<T> found = session.waiter(IdempotentCreate.READ_LAG)
                .poll(() -> reader(session).createdBy(request.token()));
        return found.isEmpty() ? Optional.empty() : Optional.of(finish(session, found.get(), request));
    }

    private ObjectState finish(AwsSession session, T object, CreateRequest request) throws ProviderException {
        TaggedReader<T> reader = reader(session);
        String id = reader.id(object);
        return new PartialResult(SdkFailures.SDK, reader.show(object, request.planned())).then(() -> {
            Waiter waiter = session.waiter(request.timeout().orElse(creation));
            settle(session, present(session, reader, id, waiter), new DesiredAttributes(request.planned()), waiter);
            return reader.show(present(session, reader, id, waiter), request.planned());
        });
    }

    private T present(AwsSession session, TaggedReader<T> reader, String id, Waiter waiter) throws ProviderException {
        return waiter.untilPresent("the " + noun + " " + id + " to show", () -> awaited(session, reader, id));
    }

    /** Many wait at a time, often. */
    private Optional<T> awaited(AwsSession session, TaggedReader<T> reader, String id) {
        SharedLookups<String, T> lookups = session.lookups(reader.getClass(), reader::list);
        return lookups.find(id);
    }

    /**
     * What objects of other types change as well, such as the routes of a table. An update that leaves it as it is looks
     * at it neither when it settles nor in its answer: what others do beside it is for the next plan to see.
     */
    List<String> shared() {
        return List.of();
    }

    @Override
    public final ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        TaggedReader<T> reader = reader(session);
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        String id = prior.required("id");
        Waiter waiter = session.waiter(request.timeout().orElse(IdempotentCreate.PROPAGATION));
        T object = reader.find(id).orElseThrow(() -> NotFound.exception(noun + " " + id));
        List<String> ofOthers =
                shared().stream().filter(name -> !planned.changes(name, prior)).toList();
        MapValue ours = planned.attributes();
        for (String name : ofOthers) {
            ours = ours.with(name, Value.ofNull());
        }
        settle(session, object, new DesiredAttributes(ours), waiter);
        Ec2Tags.change(Ec2.client(session), id, prior.attributes(), planned.attributes());
        MapValue shown = reader.show(present(session, reader, id, waiter), planned.attributes())
                .attributes();
        for (String name : ofOthers) {
            shown = shown.with(name, planned.attributes().get(name));
        }
        return new ObjectState(shown);
    }

    @Override
    public final List<String> list(AwsSession session) {
        return reader(session).ids();
    }

    @Override
    public final Optional<ObjectState> importObject(AwsSession session, String id) {
        TaggedReader<T> reader = reader(session);
        return reader.find(id).map(object -> reader.show(object, MapValue.EMPTY));
    }
}
