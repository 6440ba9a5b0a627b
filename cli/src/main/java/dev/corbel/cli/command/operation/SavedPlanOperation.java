package dev.corbel.cli.command.operation;

import dev.corbel.cli.command.options.ApplyOptions;
import dev.corbel.cli.command.options.PlanFlags;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.engine.Engine;
import dev.corbel.engine.run.LockedRun;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.saved.SavedPlan;
import java.nio.file.Path;

/** Carries out a saved plan without asking: who saved it has seen it. */
public final class SavedPlanOperation {
    private final Invocation invocation;
    private final Path file;
    private final PlanFlags options;
    private final ApplyOptions how;

    public SavedPlanOperation(Invocation invocation, Path file, PlanFlags options, ApplyOptions how) {
        this.invocation = invocation;
        this.file = file;
        this.options = options;
        this.how = how;
    }

    /** Runs, and gives the exit code. */
    public int run() {
        ApplyExecution execution = new ApplyExecution(invocation, options.parallelism(), how.format());
        return execution.reporting(() -> {
            SavedPlanFiles.Opened opened = SavedPlanFiles.open(invocation, file);
            SavedPlan saved = opened.saved();
            Engine engine = opened.engine();
            options.policies().addTo(engine.definitions(), invocation.console());
            engine.savedPlans().checkOrigin(saved);
            engine.savedPlans().useBackend(saved);
            try (LockedRun run = engine.runs().lock("apply", options.lockTimeout())) {
                invocation.report(run.warnings());
                invocation.report(
                        run.recover(() -> engine.savedPlans().definition(saved), options.parallelism(), true));
                Plan plan = engine.savedPlans().open(saved, run.state());
                invocation.use(plan.definition());
                execution.renderer().announce(plan);
                return execution.apply(run, plan, true);
            }
        });
    }
}
