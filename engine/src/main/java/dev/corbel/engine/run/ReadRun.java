package dev.corbel.engine.run;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.stage.Readings;
import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.PlanRequest;
import dev.corbel.planner.SurveyScope;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.Survey;
import dev.corbel.planner.planning.Planner;
import dev.corbel.planner.session.Sessions;
import dev.corbel.planner.stage.DataLookup;
import dev.corbel.planner.stage.StagedReadings;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run that reads alone: it takes no lock and writes nothing, and the types of its providers can change nothing. Another run
 * may change state and objects meanwhile.
 */
public final class ReadRun implements PlanningRun {
    private final StateDocument found;
    private final ProviderCatalog catalog;
    private final Sessions sessions;
    private final CallCounts calls;
    private final List<Diagnostic> warnings;
    private @Nullable StagedReadings readings;

    /**
     * A run on state that was found.
     *
     * @param catalog whose types can only read
     * @param sessions that refuse every change
     * @param calls counts their calls
     */
    ReadRun(
            StateDocument found,
            ProviderCatalog catalog,
            Sessions sessions,
            CallCounts calls,
            List<Diagnostic> warnings) {
        this.found = found;
        this.catalog = catalog;
        this.sessions = sessions;
        this.calls = calls;
        this.warnings = List.copyOf(warnings);
    }

    @Override
    public State state() {
        return found.state();
    }

    @Override
    public List<Diagnostic> warnings() {
        return warnings;
    }

    /** Warns of each call: what came of it cannot be recorded here. */
    @Override
    public List<Diagnostic> recover(Supplier<Definition> definition, int parallelism, boolean repeat) {
        List<Diagnostic> remarks = new ArrayList<>();
        found.interrupted().forEach(intent -> remarks.add(warning(intent)));
        return remarks;
    }

    /** The calls of which nobody learned what came of them. */
    public List<Intent> interrupted() {
        return found.interrupted();
    }

    /** The number of calls so far, by the names of services. */
    public Map<String, Long> calls() {
        return calls.byService();
    }

    /** The number of tags so far that the configuration of a provider says to ignore. */
    public int ignoredTags() {
        return calls.ignoredTags();
    }

    private static Diagnostic warning(Intent intent) {
        String action = intent.action().name().toLowerCase(Locale.ROOT);
        return Diagnostic.warning(
                        "An earlier run did not learn what came of the " + action + " of " + intent.address(),
                        "It is not looked into by a run that only reads, so the plan goes by what was recorded before.")
                .at(intent.address());
    }

    @Override
    public Readings readings(int parallelism) {
        readings = StagedReadings.reading(catalog, sessions, found.state(), parallelism);
        return readings;
    }

    private Map<Address, DataLookup> lookups() {
        return readings == null ? Map.of() : readings.lookups();
    }

    @Override
    public Plan plan(Definition definition, Map<String, String> variables, PlanOptions options) {
        return new Planner()
                .plan(new PlanRequest(definition, variables, found.state(), catalog, sessions, options, lookups()));
    }

    /**
     * Looks at what there is beside the definition.
     *
     * @param options that {@linkplain PlanOptions#survey survey}
     * @param scope the objects to look for beside those of state
     */
    public Survey survey(Definition definition, PlanOptions options, SurveyScope scope) {
        return new Planner()
                .survey(
                        new PlanRequest(definition, Map.of(), found.state(), catalog, sessions, options, lookups()),
                        scope);
    }

    /** Finds a type by its name, as far as it can be looked at. */
    public Optional<? extends ReadableType> type(String name) {
        return catalog.resourceType(name);
    }

    @Override
    public void close() {
        sessions.close();
    }
}
