package dev.corbel.engine.run;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.stage.Readings;
import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.plan.Plan;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.model.State;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A run that plans, and holds state and providers open for that. */
public sealed interface PlanningRun extends AutoCloseable permits LockedRun, ReadRun {

    /** The state that is planned from. */
    State state();

    /** Remarks on the state, from opening it. */
    List<Diagnostic> warnings();

    /**
     * Finds out what came of the calls in which an earlier run was killed, where this run may record it; comes before
     * planning.
     *
     * @param definition asked for where there are such calls
     * @param parallelism how many calls are looked into at once
     * @param repeat whether creations may be repeated
     * @return a remark for each call
     */
    List<Diagnostic> recover(Supplier<Definition> definition, int parallelism, boolean repeat);

    /**
     * Tells the values by which a definition decides what is declared. What it reads is not read again by {@link #plan}.
     *
     * @param parallelism how many data sources are read at once
     */
    Readings readings(int parallelism);

    /**
     * Plans from the state and from reality.
     *
     * @param variables the values that the plan carries, as {@link
     *     dev.corbel.engine.definition.GivenVariables} writes them
     */
    Plan plan(Definition definition, Map<String, String> variables, PlanOptions options);

    @Override
    void close();
}
