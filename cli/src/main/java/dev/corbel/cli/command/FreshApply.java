package dev.corbel.cli.command;

import dev.corbel.cli.terminal.Approval;
import dev.corbel.engine.Engine;
import dev.corbel.engine.run.LockedRun;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.Optional;

/** Plans, asks, and applies, all under one lock. */
final class FreshApply {
    private final Invocation invocation;
    private final Optional<String> environment;
    private final PlanningOptions options;
    private final ApplyOptions how;
    private final PlanMode mode;

    FreshApply(
            Invocation invocation,
            Optional<String> environment,
            PlanningOptions options,
            ApplyOptions how,
            PlanMode mode) {
        this.invocation = invocation;
        this.environment = environment;
        this.options = options;
        this.how = how;
        this.mode = mode;
    }

    int run() {
        Execution execution = new Execution(invocation, options.parallelism, how.json);
        return execution.reporting(() -> {
            refuseQuestions();
            Engine engine = invocation.engine(environment);
            Planning planning = new Planning(invocation, engine, options, mode);
            try (LockedRun run = planning.lock(mode == PlanMode.DESTROY ? "destroy" : "apply")) {
                Optional<Plan> approved = propose(execution, planning, run);
                return approved.isEmpty() ? 1 : execution.apply(run, approved.get(), false);
            }
        });
    }

    private void refuseQuestions() {
        if (how.json && !how.autoApprove) {
            throw new DiagnosticsException(Diagnostic.error(
                            "Nobody can be asked where --json speaks to a program", "Applying needs an approval.")
                    .withHint("Give --auto-approve, or save a plan with --out and apply the file."));
        }
    }

    /** Plans, shows and asks; empty where nothing is to be done. Whatever ends it has changed nothing. */
    private Optional<Plan> propose(Execution execution, Planning planning, LockedRun run) {
        try (UnchangedOnInterrupt before = new UnchangedOnInterrupt(invocation)) {
            Plan plan = planning.plan(run);
            execution.show(plan);
            planning.save(plan);
            if (plan.errored()) {
                return Optional.empty();
            }
            if (plan.hasChanges() && !how.autoApprove && !approved(plan)) {
                invocation.say("Nothing was changed.\n");
                return Optional.empty();
            }
            return Optional.of(plan);
        }
    }

    private boolean approved(Plan plan) {
        String name = plan.definition().environment();
        String question = mode == PlanMode.DESTROY
                ? "Delete all this from environment \"" + name + "\"?"
                : "Apply this plan to environment \"" + name + "\"?";
        return new Approval(invocation.console(), invocation.errStyle())
                .ask(question, "Give --auto-approve, or save the plan with --out and apply the file.");
    }
}
