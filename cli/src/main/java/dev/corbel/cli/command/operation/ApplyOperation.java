package dev.corbel.cli.command.operation;

import dev.corbel.cli.command.options.ApplyOptions;
import dev.corbel.cli.command.options.PlanFlags;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.invocation.UnchangedOnInterrupt;
import dev.corbel.cli.render.Renderers;
import dev.corbel.cli.terminal.Approval;
import dev.corbel.engine.Engine;
import dev.corbel.engine.run.LockedRun;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.Optional;

/** Plans, asks, and applies, all under one lock. */
public final class ApplyOperation {
    private final Invocation invocation;
    private final Optional<String> environment;
    private final PlanFlags options;
    private final ApplyOptions how;
    private final PlanMode mode;

    /** @param environment its name or file; empty for the default one */
    public ApplyOperation(
            Invocation invocation, Optional<String> environment, PlanFlags options, ApplyOptions how, PlanMode mode) {
        this.invocation = invocation;
        this.environment = environment;
        this.options = options;
        this.how = how;
        this.mode = mode;
    }

    /** Runs, and gives the exit code. */
    public int run() {
        ApplyExecution execution = new ApplyExecution(invocation, options.parallelism(), how.format());
        return execution.reporting(() -> {
            refuseQuestions();
            Engine engine = invocation.engine(environment);
            PlanOperation planning = new PlanOperation(invocation, engine, options, how.files(), mode);
            try (LockedRun run = planning.lock(mode == PlanMode.DESTROY ? "destroy" : "apply")) {
                Optional<Plan> approved = propose(execution, planning, run);
                return approved.isEmpty() ? 1 : execution.apply(run, approved.get(), false);
            }
        });
    }

    private void refuseQuestions() {
        if (how.format().equals(Renderers.JSON_LINES) && !how.autoApprove()) {
            throw new DiagnosticsException(Diagnostic.error(
                            "Nobody can be asked where --json speaks to a program", "Applying needs an approval.")
                    .withHint("Give --auto-approve, or save a plan with --out and apply the file."));
        }
    }

    /** Plans, shows and asks; empty where nothing is to be done. Whatever ends it has changed nothing. */
    private Optional<Plan> propose(ApplyExecution execution, PlanOperation planning, LockedRun run) {
        try (UnchangedOnInterrupt before = new UnchangedOnInterrupt(invocation)) {
            Plan plan = planning.plan(run);
            execution.renderer().show(plan);
            planning.save(plan);
            if (plan.errored()) {
                return Optional.empty();
            }
            if (plan.hasChanges() && !how.autoApprove() && !approved(plan)) {
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
