package dev.corbel.providers.azure;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.DataSourceType;
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
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.TypedRead;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.ProposedObject;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Completion;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Drives types as the engine does, against the simulator. */
public final class ArmBench implements AutoCloseable {
    private final ArmServer arm;
    private final AzureProvider provider = new AzureProvider();
    private final Map<MapValue, MapValue> made = new HashMap<>();
    private @Nullable Session session;

    public ArmBench(ArmServer arm) {
        this.arm = arm;
    }

    /** Lets this JVM find the simulator's credentials, which open nothing else. */
    static void signIn(ArmServer arm) {
        System.setProperty("AZURE_TENANT_ID", arm.tenant());
        System.setProperty("AZURE_CLIENT_ID", arm.clientId());
        System.setProperty("AZURE_CLIENT_SECRET", arm.clientSecret());
        System.setProperty("AZURE_AUTHORITY_HOST", arm.endpoint().toString());
    }

    static MapValue configuration(ArmServer arm) {
        return Values.map(
                "subscription", arm.subscription(),
                "endpoint", arm.endpoint().toString(),
                "caFile", arm.caFile().toString(),
                "defaultTags", Values.map("team", "network"));
    }

    private MapValue complete() {
        return Completion.complete(provider.configuration(), configuration(arm));
    }

    /** The session, which opens with its first use. */
    public synchronized Session session() {
        if (session == null) {
            signIn(arm);
            FakeTime time = new FakeTime();
            session = provider.open(complete(), new ProviderContext(Path.of("."), "test", time, time));
        }
        return session;
    }

    public ResourceType type(String name) {
        return provider.resourceType(name).orElseThrow();
    }

    /** An object, made with the first call for its name. */
    public synchronized MapValue make(String type, MapValue attributes) {
        MapValue key = Values.map("type", type, "attributes", attributes);
        MapValue there = made.get(key);
        if (there == null) {
            there = create(type, attributes).attributes();
            made.put(key, there);
        }
        return there;
    }

    /** A workspace for logs, in the group {@code rg-logs}. */
    public MapValue workspace() {
        return make(
                "azurerm_log_analytics_workspace",
                Values.map(
                        "name",
                        "log-all",
                        "resource_group_name",
                        make("azurerm_resource_group", Values.map("name", "rg-logs", "location", "swedencentral"))
                                .get("name"),
                        "location",
                        "swedencentral"));
    }

    public ObjectState create(String type, MapValue attributes) {
        try {
            return type(type).create(session(), creation(type, attributes));
        } catch (ProviderException failure) {
            throw new IllegalStateException(failure.diagnostic().toString(), failure);
        }
    }

    public CreateRequest creation(String type, MapValue attributes) {
        return new CreateRequest(
                Address.resource(type, "test"),
                plan(type, Value.ofNull(), attributes).attributes(),
                UUID.randomUUID().toString(),
                Optional.empty());
    }

    public PlannedObject plan(String type, Value prior, MapValue attributes) {
        MapValue configuration = Completion.complete(type(type).schema(), attributes);
        MapValue proposed = ProposedObject.of(type(type).schema(), prior, configuration);
        return type(type).plan(new PlanRequest(prior, configuration, proposed, complete()));
    }

    public ObjectState update(String type, ObjectState prior, MapValue attributes) throws ProviderException {
        MapValue planned = plan(type, prior.attributes(), attributes).attributes();
        return type(type)
                .update(
                        session(),
                        new UpdateRequest(
                                Address.resource(type, "test"),
                                prior,
                                planned,
                                UUID.randomUUID().toString(),
                                Optional.empty()));
    }

    public void delete(String type, ObjectState object) throws ProviderException {
        type(type)
                .delete(
                        session(),
                        new DeleteRequest(Address.resource(type, "test"), object, "token", Optional.empty()));
    }

    /** The summaries of what is wrong with a configuration. */
    public List<String> problems(String type, MapValue configuration) {
        return type(type).validate(configuration).stream()
                .map(Diagnostic::summary)
                .toList();
    }

    public TypedRead asking(String type, MapValue attributes) {
        return new TypedRead(type(type), new ReadRequest(Address.resource(type, "test"), new ObjectState(attributes)));
    }

    /** The answer of a data source. */
    public MapValue look(String type, MapValue attributes) throws ProviderException {
        DataSourceType data = provider.dataSourceType(type).orElseThrow();
        return data.read(session(), Completion.complete(data.schema(), attributes));
    }

    public List<ReadResult> read(List<TypedRead> reads) {
        return session().read(reads);
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.close();
        }
    }
}
