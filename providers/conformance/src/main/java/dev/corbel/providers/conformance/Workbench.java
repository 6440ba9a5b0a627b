package dev.corbel.providers.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.ReadableType.Attached;
import dev.corbel.providers.api.ReadableType.AttachedObject;
import dev.corbel.providers.api.ReadableType.Parent;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.TypedRead;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.schema.ProposedObject;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Does with one resource type what the engine does, and deletes in the end what is left. */
final class Workbench implements AutoCloseable {
    private final ResourceType type;
    private final MapValue providerConfiguration;
    private final Session session;
    private final Address address;
    private final List<ObjectState> made = new ArrayList<>();

    private Workbench(ResourceType type, MapValue providerConfiguration, Session session) {
        this.type = type;
        this.providerConfiguration = providerConfiguration;
        this.session = session;
        this.address = Address.resource(type.name(), "specimen");
    }

    /** Opens a session. */
    static Workbench open(Provider provider, MapValue configuration, String type, ProviderContext context) {
        MapValue complete = Completion.complete(provider.configuration(), configuration);
        return new Workbench(provider.resourceType(type).orElseThrow(), complete, provider.open(complete, context));
    }

    /** A workbench for another type in the same session. */
    Workbench beside(ResourceType another) {
        return new Workbench(another, providerConfiguration, session);
    }

    ResourceType type() {
        return type;
    }

    Session session() {
        return session;
    }

    /** The objects in or on one, as all types of the provider tell them. */
    List<AttachedObject> attached(Provider provider, ObjectState object, MapValue configuration) {
        Set<String> configured = configuration.entries().entrySet().stream()
                .filter(entry -> !entry.getValue().isNull())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<AttachedObject> found = new ArrayList<>();
        for (String name : provider.resourceTypeNames()) {
            ResourceType other = provider.resourceType(name).orElseThrow();
            if (other.attachedTo().contains(type.name())) {
                Parent parent = new Parent(address, object, configured);
                Attached attached = other.listAttached(session, List.of(parent)).get(0);
                attached.unreadable().ifPresent(reason -> {
                    throw new AssertionError(name + " cannot tell what is attached: " + reason);
                });
                found.addAll(attached.objects());
            }
        }
        return found;
    }

    static String newToken() {
        return UUID.randomUUID().toString();
    }

    MapValue complete(MapValue configuration) {
        return Completion.complete(type.schema(), configuration);
    }

    ResourceType.PlannedObject plan(Value prior, MapValue configuration) {
        MapValue complete = complete(configuration);
        MapValue proposed = ProposedObject.of(type.schema(), prior, complete);
        return type.plan(new ResourceType.PlanRequest(prior, complete, proposed, providerConfiguration));
    }

    ResourceType.CreateRequest creation(MapValue configuration, String token) {
        return new ResourceType.CreateRequest(
                address, plan(Value.ofNull(), configuration).attributes(), token, Optional.empty());
    }

    ObjectState create(MapValue configuration) throws ProviderException {
        return create(configuration, newToken());
    }

    ObjectState create(MapValue configuration, String token) throws ProviderException {
        try {
            return keep(type.create(session, creation(configuration, token)));
        } catch (ProviderException failed) {
            failed.object().ifPresent(this::keep);
            throw failed;
        }
    }

    private ObjectState keep(ObjectState object) {
        synchronized (made) {
            made.add(object);
        }
        return object;
    }

    ObjectState update(ObjectState prior, MapValue planned) throws ProviderException {
        return type.update(
                session, new ResourceType.UpdateRequest(address, prior, planned, newToken(), Optional.empty()));
    }

    void delete(ObjectState object) throws ProviderException {
        type.delete(session, new ResourceType.DeleteRequest(address, object, newToken(), Optional.empty()));
    }

    /** Reads as the engine does when it plans. */
    List<ReadResult> read(List<ObjectState> objects) {
        return session.read(objects.stream().map(this::asking).toList());
    }

    /** Reads through the type alone, as the engine does before it changes a single object. */
    List<ReadResult> readByType(List<ObjectState> objects) {
        return type.read(
                session,
                objects.stream().map(object -> asking(object).request()).toList());
    }

    /** Asks for an object. */
    TypedRead asking(ObjectState object) {
        return new TypedRead(type, new ReadableType.ReadRequest(address, object));
    }

    ReadResult read(ObjectState object) {
        List<ReadResult> results = read(List.of(object));
        assertThat(results).as("the answers to one request").hasSize(1);
        return results.get(0);
    }

    @Override
    public void close() {
        deleteAll();
        session.close();
    }

    /** Deletes everything that was made, the last first. */
    void deleteAll() {
        for (int i = made.size() - 1; i >= 0; i--) {
            try {
                delete(made.get(i));
            } catch (ProviderException | RuntimeException broken) {
                // A check has reported before what does not work, and nothing more can be done about it here.
            }
        }
    }
}
