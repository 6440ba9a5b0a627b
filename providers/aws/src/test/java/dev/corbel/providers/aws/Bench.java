package dev.corbel.providers.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.ResourceType.PlannedObject;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.ProposedObject;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.conformance.Completion;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Drives one type as the engine does, against an emulator: plans, calls, and holds the answer against the plan. */
public final class Bench implements AutoCloseable {
    private static final Optional<Duration> TIMEOUT = Optional.of(Duration.ofSeconds(20));

    private final ResourceType type;
    private final Address address;
    private final MapValue configuration;
    private final AwsSession session;

    private Bench(String type, MapValue configuration, ProviderContext context) {
        AwsProvider provider = new AwsProvider();
        this.type = provider.resourceType(type).orElseThrow();
        this.address = Address.resource(type, "test");
        this.configuration = configuration;
        this.session = (AwsSession) provider.open(configuration, context);
    }

    /** In Frankfurt, with the default tag {@code team = network}. */
    public static Bench of(String type, MotoServer moto) {
        return of(type, moto, ProviderContext.system(Path.of("."), "test"));
    }

    public static Bench of(String type, MotoServer moto, ProviderContext context) {
        return at(type, moto.endpoint().toString(), context);
    }

    /** The same against anything that answers like AWS. */
    public static Bench at(String type, String endpoint, ProviderContext context) {
        return new Bench(
                type,
                Values.map(
                        "region", "eu-central-1", "endpoint", endpoint, "defaultTags", Values.map("team", "network")),
                context);
    }

    public AwsSession session() {
        return session;
    }

    public ResourceType type() {
        return type;
    }

    /** What a definition with these attributes plans. */
    public PlannedObject plan(Value prior, MapValue attributes) {
        MapValue complete = Completion.complete(type.schema(), attributes);
        MapValue proposed = ProposedObject.of(type.schema(), prior, complete);
        return type.plan(new PlanRequest(prior, complete, proposed, configuration));
    }

    public ObjectState create(MapValue attributes) throws ProviderException {
        return create(attributes, UUID.randomUUID().toString());
    }

    public ObjectState create(MapValue attributes, String token) throws ProviderException {
        CreateRequest request = request(attributes, token);
        return asPlanned(request.planned(), type.create(session, request));
    }

    public CreateRequest request(MapValue attributes, String token) {
        return new CreateRequest(address, plan(Value.ofNull(), attributes).attributes(), token, TIMEOUT);
    }

    public ObjectState update(ObjectState prior, MapValue attributes) throws ProviderException {
        PlannedObject planned = plan(prior.attributes(), attributes);
        assertThat(planned.replacedFor()).isEmpty();
        return asPlanned(
                planned.attributes(),
                type.update(
                        session,
                        new UpdateRequest(
                                address,
                                prior,
                                planned.attributes(),
                                UUID.randomUUID().toString(),
                                TIMEOUT)));
    }

    /** The object as adopting it finds it: nothing but its id is known. */
    public ObjectState found(String id) throws ProviderException {
        return type.importObject(session, id).orElseThrow();
    }

    /** What planning a definition changes in an object, with what it replaces it for. */
    public List<String> changes(ObjectState object, MapValue attributes) {
        PlannedObject planned = plan(object.attributes(), attributes);
        List<String> changes = new ArrayList<>();
        for (String name : type.schema().names()) {
            Value before = object.attributes().get(name);
            Value after = planned.attributes().get(name);
            Attribute attribute = type.schema().attribute(name);
            if ((attribute == null || !attribute.isWriteOnly()) && !after.equals(before)) {
                changes.add(name + ": " + before + " -> " + after);
            }
        }
        planned.replacedFor().forEach(path -> changes.add("replaced for " + path));
        return changes;
    }

    public void delete(ObjectState prior) throws ProviderException {
        type.delete(session, new DeleteRequest(address, prior, UUID.randomUUID().toString(), TIMEOUT));
    }

    public ReadResult read(ObjectState prior) {
        return read(List.of(prior)).get(0);
    }

    public List<ReadResult> read(List<ObjectState> priors) {
        return type.read(
                session,
                priors.stream().map(prior -> new ReadRequest(address, prior)).toList());
    }

    /** What the contract asks of an answer: wholly known, of the schema, and with all that the plan knew. */
    private ObjectState asPlanned(MapValue planned, ObjectState actual) {
        assertThat(actual.attributes().isWhollyKnown()).isTrue();
        assertThat(actual.attributes().entries().keySet())
                .isEqualTo(type.schema().names());
        planned.entries().forEach((name, value) -> {
            if (value.isWhollyKnown()) {
                assertThat(actual.attributes().get(name)).as(name).isEqualTo(value);
            }
        });
        return actual;
    }

    @Override
    public void close() {
        session.close();
    }
}
