package dev.corbel.providers.azure.cds;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.AzureProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

/**
 * Signs in, and lets each resource type read, and begin to create, an object that is not there, against a server of its own. What comes of it
 * does not matter: Java takes down the classes that it loads meanwhile.
 */
public final class ClassTraining {
    private ClassTraining() {}

    /** Takes no arguments, and no credentials either: it brings its own, which open nothing. */
    public static void main(String[] arguments) throws IOException {
        if (System.getenv().keySet().stream().anyMatch(name -> name.startsWith("AZURE_"))) {
            throw new IllegalStateException("no variable AZURE_… may be set, or real credentials would be used");
        }
        Path directory = Files.createTempDirectory("corbel-training-");
        TrainingKey key = TrainingKey.make(directory);
        try (EmptyAnswers server = new EmptyAnswers(key.context())) {
            signIn(server);
            run(server, key.certificate());
        } finally {
            key.delete();
            Files.delete(directory);
        }
    }

    /** Azure's library takes properties of the process where its environment lacks a variable. */
    static void signIn(EmptyAnswers server) {
        Map.of(
                        "AZURE_AUTHORITY_HOST",
                        server.endpoint(),
                        "AZURE_TENANT_ID",
                        EmptyAnswers.ID,
                        "AZURE_CLIENT_ID",
                        EmptyAnswers.ID,
                        "AZURE_CLIENT_SECRET",
                        "training")
                .forEach(System::setProperty);
    }

    static void run(EmptyAnswers server, Path certificate) {
        ProviderContext context = new ProviderContext(Path.of(""), "training", InstantSource.system(), duration -> {
            throw new CancellationException("nobody waits in training");
        });
        MapValue configuration = new MapValue(Map.of(
                "region", Value.of("swedencentral"),
                "subscription", Value.of(EmptyAnswers.ID),
                "endpoint", Value.of(server.endpoint()),
                "caFile", Value.of(certificate.toString())));
        AzureProvider provider = new AzureProvider();
        try (Session session = provider.open(configuration, context)) {
            for (String name : new TreeSet<>(provider.resourceTypeNames())) {
                provider.resourceType(name).ifPresent(type -> use(type, session));
            }
        }
    }

    private static void use(ResourceType type, Session session) {
        Address address = Address.resource(type.name(), "training");
        MapValue attributes = attributes(type.schema());
        anyhow(() -> type.read(session, List.of(new ReadRequest(address, new ObjectState(attributes)))));
        anyhow(() -> type.create(
                session,
                new CreateRequest(address, attributes, "00000000-0000-4000-8000-000000000000", Optional.empty())));
    }

    private interface Step {
        void run() throws ProviderException;
    }

    private static void anyhow(Step step) {
        try {
            step.run();
        } catch (ProviderException | RuntimeException expected) {
            // Nothing is there, and nothing comes to be.
        }
    }

    private static MapValue attributes(Schema schema) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Attribute attribute : schema.attributes().values()) {
            values.put(attribute.name(), value(attribute.name(), attribute.type()));
        }
        schema.blocks().keySet().forEach(block -> values.put(block, Value.ofNull()));
        return new MapValue(values);
    }

    private static Value value(String name, Type type) {
        if (type == Type.BOOLEAN) {
            return Value.of(false);
        }
        if (type == Type.NUMBER) {
            return Value.of(1);
        }
        if (type != Type.STRING) {
            return Value.ofNull();
        }
        return Value.of(
                name.equals("id") || name.endsWith("_id")
                        ? "/subscriptions/" + EmptyAnswers.ID + "/resourceGroups/training"
                        : "training");
    }
}
