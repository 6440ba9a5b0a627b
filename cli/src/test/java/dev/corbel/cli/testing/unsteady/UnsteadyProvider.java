package dev.corbel.cli.testing.unsteady;

import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.simulator.SimulatorProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code provider('unsteady') { seed = 1 }}: the simulator, with calls that are refused, answers that are lost, and reads
 * that lag. What goes wrong follows from the seed.
 */
public final class UnsteadyProvider implements Provider {
    /** The service remembers, whoever asks. */
    private static final Map<Path, Lag> LAGS = new ConcurrentHashMap<>();

    private final SimulatorProvider simulator = new SimulatorProvider();
    private final ResourceType objects =
            new UnsteadyType(simulator.resourceType("sim_object").orElseThrow());

    record UnsteadySession(Session line, Weather weather, Lag lag, ProviderContext context) implements Session {
        @Override
        public List<ConcurrencyKey> concurrencyKeys(String type, MapValue attributes) {
            return line.concurrencyKeys(type, attributes);
        }

        @Override
        public void close() {
            line.close();
        }
    }

    @Override
    public String name() {
        return "unsteady";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Schema configuration() {
        Schema.Builder schema = Schema.builder().attribute(Attribute.required("seed", Type.NUMBER));
        simulator.configuration().attributes().values().forEach(schema::attribute);
        return schema.build();
    }

    @Override
    public Set<String> resourceTypeNames() {
        return Set.of(UnsteadyType.NAME);
    }

    @Override
    public Optional<ResourceType> resourceType(String name) {
        return name.equals(UnsteadyType.NAME) ? Optional.of(objects) : Optional.empty();
    }

    @Override
    public Session open(MapValue configuration, ProviderContext context) {
        Path directory = context.projectDirectory()
                .resolve(configuration.text("directory").orElseThrow());
        long seed = ((NumberValue) configuration.get("seed")).value().longValueExact();
        Lag lag = LAGS.computeIfAbsent(directory, service -> new Lag());
        Weather weather = new Weather(seed, lag.nextRun());
        return new UnsteadySession(simulator.open(configuration, context), weather, lag, context);
    }
}
