package dev.corbel.dsl;

import static dev.corbel.providers.api.schema.Attribute.computed;
import static dev.corbel.providers.api.schema.Attribute.optional;
import static dev.corbel.providers.api.schema.Attribute.optionalComputed;
import static dev.corbel.providers.api.schema.Attribute.required;

import dev.corbel.providers.api.Blueprint;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A provider with schemas and blueprints and nothing behind them. */
public final class TestCloud implements Provider {
    private static final Schema NETWORK = Schema.builder()
            .attribute(required("range", Type.STRING).immutable())
            .attribute(optional("tags", Type.map(Type.STRING)))
            .attribute(optional("zones", Type.list(Type.STRING)))
            .attribute(optional(
                    "rule",
                    Type.set(Type.object(
                            Map.of("port", Type.NUMBER, "from", Type.list(Type.STRING), "about", Type.STRING)))))
            .attribute(optional("key", Type.STRING)
                    .sensitive()
                    .validatedBy(value -> value.toString().length() == 4
                            ? Optional.empty()
                            : Optional.of("must be 4 characters, not " + value)))
            .attribute(computed("id", Type.STRING))
            .build();
    private static final Schema SERVER = Schema.builder()
            .attribute(optionalComputed("name", Type.STRING))
            .attribute(optional("network", Type.STRING))
            .attribute(optional("cpus", Type.NUMBER).validatedBy(Validation.between(1, 64)))
            .attribute(optional("running", Type.BOOLEAN))
            .attribute(optional("value", Type.ANY))
            .attribute(optional("password", Type.STRING).sensitive())
            .attribute(computed("id", Type.STRING))
            .attribute(computed("addresses", Type.list(Type.STRING)))
            .block(BlockType.list(
                    "port",
                    Schema.builder()
                            .attribute(required("number", Type.NUMBER))
                            .attribute(optional("protocol", Type.STRING).validatedBy(Validation.oneOf("tcp", "udp")))
                            .build()))
            .block(BlockType.single(
                    "disk",
                    Schema.builder()
                            .attribute(required("size", Type.STRING))
                            .attribute(computed("device", Type.STRING))
                            .build()))
            .build();
    private static final Schema IMAGE = Schema.builder()
            .attribute(required("name", Type.STRING))
            .attribute(computed("id", Type.STRING))
            .build();

    private final Map<String, Blueprint> blueprints = new LinkedHashMap<>();

    public static ProviderCatalog catalog() {
        return new ProviderCatalog(List.of(new TestCloud()));
    }

    TestCloud with(String component, String source) {
        blueprints.put(component, new Blueprint(component, 3, "test/" + component + ".groovy", source));
        return this;
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Schema configuration() {
        return Schema.builder()
                .attribute(optional("region", Type.STRING))
                .attribute(optional("account", Type.STRING))
                .attribute(optional("name", Type.STRING))
                .attribute(optional("address", Type.STRING))
                .attribute(optional("user", Type.STRING))
                .build();
    }

    @Override
    public boolean configuresHosts() {
        return true;
    }

    @Override
    public Set<String> resourceTypeNames() {
        return Set.of("test_network", "test_server");
    }

    @Override
    public Optional<ResourceType> resourceType(String name) {
        return switch (name) {
            case "test_network" -> Optional.of(new TestType(name, NETWORK));
            case "test_server" -> Optional.of(new TestType(name, SERVER));
            default -> Optional.empty();
        };
    }

    @Override
    public Set<String> dataSourceTypeNames() {
        return Set.of("test_image");
    }

    @Override
    public Optional<DataSourceType> dataSourceType(String name) {
        return name.equals("test_image") ? Optional.of(new TestData(name, IMAGE)) : Optional.empty();
    }

    @Override
    public Map<String, Blueprint> blueprints() {
        return blueprints;
    }

    @Override
    public Session open(MapValue configuration, ProviderContext context) {
        throw new UnsupportedOperationException("definitions are loaded without sessions");
    }

    private record TestData(String name, Schema schema) implements DataSourceType {
        @Override
        public MapValue read(Session session, MapValue configuration) {
            throw new UnsupportedOperationException();
        }
    }

    private record TestType(String name, Schema schema) implements ResourceType {
        @Override
        public IdentityClass identityClass(MapValue planned) {
            return IdentityClass.NONE;
        }

        @Override
        public Map<String, Duration> timeouts() {
            return Map.of("create", Duration.ofMinutes(5), "delete", Duration.ofMinutes(5));
        }

        @Override
        public List<ReadResult> read(Session session, List<ReadRequest> requests) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ObjectState create(Session session, CreateRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ObjectState update(Session session, UpdateRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(Session session, DeleteRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> list(Session session) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ObjectState> importObject(Session session, String id) {
            throw new UnsupportedOperationException();
        }
    }
}
