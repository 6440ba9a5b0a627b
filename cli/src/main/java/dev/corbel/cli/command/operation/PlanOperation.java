package dev.corbel.cli.command.operation;

import dev.corbel.cli.command.options.PlanFiles;
import dev.corbel.cli.command.options.PlanFlags;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.invocation.ShellCommand;
import dev.corbel.cli.json.DefinitionOutline;
import dev.corbel.cli.render.Renderers;
import dev.corbel.cli.render.ShownPlan;
import dev.corbel.dsl.LoadedDefinition;
import dev.corbel.dsl.stage.Readings;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.engine.Engine;
import dev.corbel.engine.definition.GivenVariables;
import dev.corbel.engine.run.LockedRun;
import dev.corbel.engine.run.PlanningRun;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes plans with the options of a command. The definition is read before the lock is taken. */
public final class PlanOperation {
    private final Invocation invocation;
    private final Engine engine;
    private final PlanFlags options;
    private final PlanFiles files;
    private final PlanMode mode;
    private final VariableInputs inputs;
    private final LoadedDefinition loaded;

    /** @param files to which the plan is written */
    public PlanOperation(Invocation invocation, Engine engine, PlanFlags options, PlanFiles files, PlanMode mode) {
        this.invocation = invocation;
        this.engine = engine;
        this.options = options;
        this.files = files;
        this.mode = mode;
        this.inputs = options.variables().inputs(invocation.console());
        options.policies().addTo(engine.definitions(), invocation.console());
        this.loaded = mode == PlanMode.DESTROY
                ? engine.definitions().load(inputs, LoadMode.PLAN, Readings.NONE)
                : engine.definitions().load(inputs, LoadMode.PLAN);
        invocation.use(loaded.definition());
        invocation.report(loaded.warnings());
    }

    /**
     * Takes the lock for an apply, and finds out what came of the calls in which an earlier run was killed. Interrupted
     * creations may be repeated.
     */
    LockedRun lock(String command) {
        return opened(engine.runs().lock(command, options.lockTimeout()), true);
    }

    /**
     * Opens a run for planning alone, which records what came of the calls in which an earlier run was killed. Where the
     * state's files cannot be written, a plan that is only shown needs no lock.
     */
    public PlanningRun open(String command) {
        return files.out().isEmpty()
                ? opened(engine.runs().plan(command, options.lockTimeout()), false)
                : opened(engine.runs().planToKeep(command, options.lockTimeout()), false);
    }

    private <R extends PlanningRun> R opened(R run, boolean repeat) {
        boolean open = false;
        try {
            invocation.report(run.warnings());
            invocation.report(run.recover(loaded::definition, options.parallelism(), repeat));
            open = true;
            return run;
        } finally {
            if (!open) {
                run.close();
            }
        }
    }

    /** Plans in a run that was opened here. */
    public Plan plan(PlanningRun run) {
        Readings readings = mode == PlanMode.DESTROY ? Readings.NONE : run.readings(options.parallelism());
        LoadedDefinition standing =
                engine.definitions().standing(completed(readings), run.state(), readings, inputs, LoadMode.PLAN);
        return run.plan(
                standing.definition(),
                GivenVariables.texts(inputs, standing.definition()),
                options.options(mode, new ReadingProgress(invocation)));
    }

    /** What is deleted follows from state, whatever decides what is declared. */
    private LoadedDefinition completed(Readings readings) {
        if (mode == PlanMode.DESTROY) {
            return loaded;
        }
        LoadedDefinition completed = engine.definitions().completed(loaded, readings, inputs, LoadMode.PLAN);
        invocation.use(completed.definition());
        DecidedText.of(completed.decided()).ifPresent(invocation::say);
        return completed;
    }

    /** Writes the plan to the files that the options name; one with errors cannot be applied, so it is not saved. */
    public void save(Plan plan) {
        files.html().ifPresent(file -> new PlanReport(invocation).write(ShownPlan.of(plan), Renderers.HTML, file));
        files.out().filter(file -> !plan.errored()).ifPresent(file -> save(plan, file));
    }

    private void save(Plan plan, Path file) {
        Path start = invocation.console().directory();
        engine.savedPlans()
                .save(plan, DefinitionOutline.of(plan, engine.catalog()).text(), start, start.resolve(file));
        invocation.say("Saved the plan. To apply it: " + applying(file) + "\n");
    }

    /** The command that applies a saved plan as this one was made: in the same folder, with the options that both take. */
    private ShellCommand applying(Path file) {
        List<String> words = new ArrayList<>(List.of("apply"));
        words.addAll(invocation.inheritedOptions());
        words.addAll(options.applying());
        words.add(file.toString());
        return new ShellCommand(words);
    }
}
