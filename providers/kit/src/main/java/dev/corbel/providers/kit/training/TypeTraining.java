package dev.corbel.providers.kit.training;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.Provider;
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
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;

/**
 * Reads, and begins to create, an object of each resource type of a provider, against a server that stands for the target. What comes of it
 * does not matter: Java takes down the classes that it loads meanwhile.
 */
public final class TypeTraining {
    private final UnaryOperator<String> texts;

    private TypeTraining(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    /**
     * Opens a session, and goes through all types.
     *
     * @param texts gives an attribute of type text, by its name, its value
     */
    public static void run(Provider provider, MapValue configuration, UnaryOperator<String> texts) {
        ProviderContext context = new ProviderContext(Path.of(""), "training", InstantSource.system(), duration -> {
            throw new CancellationException("nobody waits in training");
        });
        TypeTraining training = new TypeTraining(texts);
        try (Session session = provider.open(configuration, context)) {
            for (String name : new TreeSet<>(provider.resourceTypeNames())) {
                provider.resourceType(name).ifPresent(type -> training.use(type, session));
            }
        }
    }

    private void use(ResourceType type, Session session) {
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
            // An object that was made up is seldom whole, and seldom there.
        }
    }

    private MapValue attributes(Schema schema) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Attribute attribute : schema.attributes().values()) {
            values.put(attribute.name(), value(attribute.name(), attribute.type()));
        }
        schema.blocks().keySet().forEach(block -> values.put(block, Value.ofNull()));
        return new MapValue(values);
    }

    private Value value(String name, Type type) {
        if (type == Type.BOOLEAN) {
            return Value.of(false);
        }
        if (type == Type.NUMBER) {
            return Value.of(1);
        }
        return type == Type.STRING ? Value.of(texts.apply(name)) : Value.ofNull();
    }
}
