package dev.corbel.planner.testing;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A provider whose objects are entries of a map. */
public final class FakeProvider implements Provider {
    /** The objects that exist, by id. */
    public final Map<String, MapValue> reality = new LinkedHashMap<>();

    /** The places of all sessions that were opened. */
    public final List<String> opened = new ArrayList<>();

    /** The names that were looked up. */
    public final List<String> lookedUp = Collections.synchronizedList(new ArrayList<>());

    private final FakeType type = new FakeType(reality);

    /** The reads, call by call. */
    public List<List<String>> reads() {
        return type.reads;
    }

    public void planWith(Function<ResourceType.PlanRequest, ResourceType.PlannedObject> hook) {
        type.hook = hook;
    }

    /** Has updates that end so refused. */
    public void refuse(Function<MapValue, List<Diagnostic>> refusal) {
        type.refusal = refusal;
    }

    /** Answers what is asked before anything is done. */
    public void preflight(Function<List<ResourceType.PreflightRequest>, List<Diagnostic>> answer) {
        type.preflight = answer;
    }

    public void readInBatchesOf(int size) {
        type.batchSize = size;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Schema configuration() {
        return Schema.builder()
                .attribute(Attribute.optional("place", Type.STRING)
                        .defaultsTo(Value.of("here"))
                        .location())
                .attribute(Attribute.optional("token", Type.STRING).sensitive())
                .build();
    }

    @Override
    public Set<String> resourceTypeNames() {
        return Set.of(type.name());
    }

    @Override
    public Optional<ResourceType> resourceType(String name) {
        return name.equals(type.name()) ? Optional.of(type) : Optional.empty();
    }

    @Override
    public Set<String> dataSourceTypeNames() {
        return Set.of("fake_lookup");
    }

    @Override
    public Optional<DataSourceType> dataSourceType(String name) {
        return name.equals("fake_lookup") ? Optional.of(new Lookup()) : Optional.empty();
    }

    @Override
    public synchronized Session open(MapValue configuration, ProviderContext context) {
        String place = configuration.text("place").orElseThrow();
        opened.add(place);
        if (place.equals("nowhere")) {
            throw new DiagnosticsException(
                    Diagnostic.error("Provider \"fake\" cannot reach nowhere", "There is no such place."));
        }
        return () -> {};
    }

    /** {@code fake_lookup}: gives the id of a name. */
    private final class Lookup implements DataSourceType {
        @Override
        public String name() {
            return "fake_lookup";
        }

        @Override
        public Schema schema() {
            return Schema.builder()
                    .attribute(Attribute.required("name", Type.STRING))
                    .attribute(Attribute.computed("id", Type.STRING))
                    .build();
        }

        @Override
        public MapValue read(Session session, MapValue configuration) throws ProviderException {
            String name = configuration.text("name").orElseThrow();
            lookedUp.add(name);
            if (name.equals("missing")) {
                throw new ProviderException(Diagnostic.error("There is no \"missing\"", "Nothing has this name."));
            }
            return configuration.with("id", Value.of("id-of-" + name));
        }
    }
}
