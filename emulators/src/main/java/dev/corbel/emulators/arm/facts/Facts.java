package dev.corbel.emulators.arm.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All resource types that the simulator knows, read from its resources. */
public final class Facts {
    private final Map<String, TypeFacts> types = new LinkedHashMap<>();
    private final Set<String> namespaces = new TreeSet<>();

    private Facts() throws IOException {
        JsonNode shapes = load("shapes.json").path("shapes");
        JsonNode behaviours = load("behaviour.json").path("types");
        Map<String, Map<String, JsonNode>> definitions = new HashMap<>();
        shapes.properties().forEach(version -> definitions.put(version.getKey(), fields(version.getValue())));
        fields(load("types.json").path("types")).forEach((name, node) -> {
            TypeFacts type = type(name, node, definitions, behaviours.path(name));
            types.put(name.toLowerCase(Locale.ROOT), type);
            namespaces.add(type.namespace());
        });
    }

    /** Reads them. */
    public static Facts load() {
        try {
            return new Facts();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Reads one of the simulator's resources.
     *
     * @throws IOException where it cannot be read
     */
    public static JsonNode load(String resource) throws IOException {
        try (InputStream stream = Facts.class.getResourceAsStream("/dev/corbel/emulators/arm/" + resource)) {
            if (stream == null) {
                throw new IOException("there is no " + resource);
            }
            return Trees.read(stream.readAllBytes());
        }
    }

    /** The type of a name such as Microsoft.Network/virtualNetworks, however it is spelled. */
    public Optional<TypeFacts> type(String name) {
        return Optional.ofNullable(types.get(name.toLowerCase(Locale.ROOT)));
    }

    public Collection<TypeFacts> types() {
        return types.values();
    }

    /** The resource provider of a name, as it spells itself. */
    public Optional<String> namespace(String name) {
        return namespaces.stream().filter(name::equalsIgnoreCase).findFirst();
    }

    public Set<String> namespaces() {
        return Set.copyOf(namespaces);
    }

    private static TypeFacts type(
            String name, JsonNode node, Map<String, Map<String, JsonNode>> definitions, JsonNode behaviour) {
        String shape = node.path("shape").textValue();
        return new TypeFacts(
                name,
                Trees.texts(node.path("apiVersions")),
                verb(node.path("put")),
                verb(node.path("patch")),
                verb(node.path("delete")),
                new HashSet<>(Trees.texts(node.path("lists"))),
                shape == null ? null : shape(shape, definitions),
                new Behaviour(behaviour instanceof ObjectNode object ? object : Trees.object()));
    }

    private static Shape shape(String reference, Map<String, Map<String, JsonNode>> definitions) {
        int hash = reference.indexOf('#');
        Map<String, JsonNode> version = definitions.getOrDefault(reference.substring(0, hash), Map.of());
        JsonNode definition = version.get(reference.substring(hash + 1));
        if (definition == null) {
            throw new IllegalStateException("there is no shape " + reference);
        }
        return new Shape(new Definitions(version), definition);
    }

    private static @Nullable Verb verb(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        Set<Integer> statuses = new HashSet<>();
        node.path("statuses").forEach(status -> statuses.add(status.intValue()));
        return new Verb(
                statuses,
                node.path("long").asBoolean(),
                node.path("conditional").asBoolean(),
                node.path("tagsOnly").asBoolean());
    }

    private static Map<String, JsonNode> fields(JsonNode node) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
