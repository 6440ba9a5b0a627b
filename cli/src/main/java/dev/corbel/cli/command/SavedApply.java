package dev.corbel.cli.command;

import dev.corbel.engine.Engine;
import dev.corbel.engine.run.LockedRun;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.saved.SavedPlan;
import java.nio.file.Path;

/** Carries out a saved plan without asking: who saved it has seen it. */
final class SavedApply {
    private final Invocation invocation;
    private final Path file;
    private final PlanningOptions options;
    private final ApplyOptions how;

    SavedApply(Invocation invocation, Path file, PlanningOptions options, ApplyOptions how) {
        this.invocation = invocation;
        this.file = file;
        this.options = options;
        this.how = how;
    }

    int run() {
        Execution execution = new Execution(invocation, options.parallelism, how.json);
        return execution.reporting(() -> {
            SavedPlanFiles.Opened opened = SavedPlanFiles.open(invocation, file);
            SavedPlan saved = opened.saved();
            Engine engine = opened.engine();
            engine.savedPlans().checkOrigin(saved);
            engine.savedPlans().useBackend(saved);
            try (LockedRun run = engine.runs().lock("apply", options.lockTimeout())) {
                PlanReport report = new PlanReport(invocation);
                report.problems(run.warnings());
                report.problems(run.recover(() -> engine.savedPlans().definition(saved), options.parallelism, true));
                Plan plan = engine.savedPlans().open(saved, run.state());
                invocation.use(plan.definition());
                execution.announce(plan);
                return execution.apply(run, plan, true);
            }
        });
    }
}
