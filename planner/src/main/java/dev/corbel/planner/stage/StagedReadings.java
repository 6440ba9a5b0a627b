package dev.corbel.planner.stage;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.stage.Answer;
import dev.corbel.dsl.stage.Readings;
import dev.corbel.planner.object.EnvironmentSecrets;
import dev.corbel.planner.prior.Tasks;
import dev.corbel.planner.provider.ConfigurationAccess;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.model.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Values by what is configured, and by what data sources give. Each data source is read once, for all evaluations of a
 * definition and for the plan.
 */
public final class StagedReadings implements Readings {
    private final ProviderCatalog catalog;
    private final @Nullable Sessions sessions;
    private final State state;
    private final int parallelism;
    private final Map<Address, DataLookup> read = new ConcurrentHashMap<>();

    private StagedReadings(ProviderCatalog catalog, @Nullable Sessions sessions, State state, int parallelism) {
        this.catalog = catalog;
        this.sessions = sessions;
        this.state = state;
        this.parallelism = parallelism;
    }

    /** Reads no data source: goes by what is configured alone. */
    public static StagedReadings offline(ProviderCatalog catalog) {
        return new StagedReadings(catalog, null, State.empty(""), 1);
    }

    /**
     * Reads the data sources that decide.
     *
     * @param state whose secrets are sensitive wherever they turn up
     * @param parallelism how many data sources are read at once
     */
    public static StagedReadings reading(ProviderCatalog catalog, Sessions sessions, State state, int parallelism) {
        return new StagedReadings(catalog, sessions, state, parallelism);
    }

    /** The data sources that were read. */
    public Map<Address, DataLookup> lookups() {
        return Map.copyOf(read);
    }

    @Override
    public List<Answer> read(Definition definition, List<Expression> wanted) {
        KnownValues values = new KnownValues(definition, catalog, this::look);
        try (Tasks tasks = new Tasks(parallelism)) {
            tasks.runAll(values.standingAlone(wanted).stream()
                    .<Runnable>map(address -> () -> values.valueOf(address))
                    .toList());
        }
        return wanted.stream().map(values::answer).toList();
    }

    /** Reads a data source that may decide; empty where this reads none. */
    private Optional<MapValue> look(KnownValues.Question question) {
        if (sessions == null) {
            return Optional.empty();
        }
        DataLookup earlier = read.get(question.address());
        if (earlier != null && earlier.configuration().equals(question.configuration())) {
            return Optional.of(earlier.value());
        }
        ConfigurationAccess.Open open = new ConfigurationAccess.Open(
                sessions.open(question.provider().provider(), question.providerConfiguration()),
                question.providerConfiguration());
        DataSourceType type = question.type();
        DataLookup lookup = DataLookup.of(
                type, open, question.configuration(), new EnvironmentSecrets(question.definition(), state));
        read.put(question.address(), lookup);
        return Optional.of(lookup.value());
    }
}
