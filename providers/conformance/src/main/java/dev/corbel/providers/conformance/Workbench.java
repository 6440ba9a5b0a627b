package dev.corbel.providers.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.schema.Proposal;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Does with one resource type what the engine does, and deletes in the end what is left. */
final class Workbench implements AutoCloseable {
    private final ResourceType type;
    private final MapValue providerConfiguration;
    private final Session session;
    private final Address address;
    private final List<ObjectState> made = new ArrayList<>();

    Workbench(Provider provider, MapValue configuration, String type, ProviderContext context) {
        this.type = provider.resourceType(type).orElseThrow();
        this.providerConfiguration = Completion.complete(provider.configuration(), configuration);
        this.session = provider.open(providerConfiguration, context);
        this.address = Address.resource(type, "specimen");
    }

    ResourceType type() {
        return type;
    }

    Session session() {
        return session;
    }

    static String newToken() {
        return UUID.randomUUID().toString();
    }

    MapValue complete(MapValue configuration) {
        return Completion.complete(type.schema(), configuration);
    }

    ResourceType.PlannedObject plan(Value prior, MapValue configuration) {
        MapValue complete = complete(configuration);
        MapValue proposed = Proposal.of(type.schema(), prior, complete);
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

    List<ReadResult> read(List<ObjectState> objects) {
        return type.read(
                session,
                objects.stream()
                        .map(object -> new ResourceType.ReadRequest(address, object))
                        .toList());
    }

    ReadResult read(ObjectState object) {
        List<ReadResult> results = read(List.of(object));
        assertThat(results).as("the answers to one request").hasSize(1);
        return results.get(0);
    }

    /** Deletes everything that was made, the last first. */
    @Override
    public void close() {
        for (int i = made.size() - 1; i >= 0; i--) {
            try {
                delete(made.get(i));
            } catch (ProviderException | RuntimeException broken) {
                // A check has reported before what does not work, and nothing more can be done about it here.
            }
        }
        session.close();
    }
}
