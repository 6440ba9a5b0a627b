package dev.corbel.cli.command;

import dev.corbel.cli.json.EventStream;
import dev.corbel.cli.progress.LiveProgress;
import dev.corbel.cli.progress.PlainProgress;
import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.terminal.Width;
import dev.corbel.cli.view.ApplySummary;
import dev.corbel.cli.view.StateView;
import dev.corbel.engine.run.LockedRun;
import dev.corbel.planner.apply.ApplyListener;
import dev.corbel.planner.apply.ApplyRequest;
import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Applies a plan and tells how it goes: in lines, in a terminal, or as JSON events. */
final class Execution {
    private final Invocation invocation;
    private final int parallelism;
    private final boolean json;
    private final EventStream events;

    Execution(Invocation invocation, int parallelism, boolean json) {
        this.invocation = invocation;
        this.parallelism = parallelism;
        this.json = json;
        this.events = new EventStream(invocation.console().out(), InstantSource.system());
    }

    /** Runs something whose problems belong to the events too, where there are any. */
    int reporting(Supplier<Integer> work) {
        if (!json) {
            return work.get();
        }
        events.version(Version.current());
        try {
            return work.get();
        } catch (DiagnosticsException failure) {
            failure.diagnostics().forEach(events::problem);
            throw failure;
        }
    }

    /** Tells of a plan that was seen before. */
    void announce(Plan plan) {
        if (json) {
            events.planned(plan, "plan");
        }
    }

    void show(Plan plan) {
        if (json) {
            plan.diagnostics().forEach(events::problem);
            new PlanReport(invocation).problems(plan.diagnostics());
            events.planned(plan, "plan");
        } else {
            new PlanReport(invocation).text(plan);
        }
    }

    /** Applies, and gives the exit code. Without changes it only records what reading found, and says nothing. */
    int apply(LockedRun run, Plan plan, boolean saved) {
        ApplyResult result;
        try (Stopping stopping = new Stopping(invocation)) {
            ApplyRequest request = ApplyRequest.of(plan)
                    .withSaved(saved)
                    .withParallelism(parallelism)
                    .withCancellation(stopping.cancellation());
            result = applyTelling(run, request);
        }
        if (plan.hasChanges() || !result.succeeded()) {
            tell(plan, result);
        }
        return result.succeeded() ? 0 : 1;
    }

    private ApplyResult applyTelling(LockedRun run, ApplyRequest request) {
        if (json) {
            return run.apply(request.withListener(events));
        }
        if (!invocation.console().terminals().err()) {
            ApplyListener lines = new PlainProgress(invocation.console().err());
            return run.apply(request.withListener(lines));
        }
        Style style = invocation.errStyle();
        int width = Width.of(invocation.console().variables());
        int total = LiveProgress.countOf(request.plan());
        try (LiveProgress live =
                new LiveProgress(invocation.console().err(), style, width, total, InstantSource.system())) {
            return run.apply(request.withListener(live));
        }
    }

    private void tell(Plan plan, ApplyResult result) {
        String line = ApplySummary.line(result, plan.mode());
        PlanReport report = new PlanReport(invocation);
        if (json) {
            result.diagnostics().forEach(events::problem);
            report.problems(result.diagnostics());
            events.applied(result, line, plan.mode() == PlanMode.DESTROY ? "destroy" : "apply");
            return;
        }
        report.problems(result.diagnostics());
        if (!result.succeeded()) {
            invocation.say("\n" + line + "\n" + ApplySummary.unfinished(result));
            return;
        }
        invocation.print("\n" + line + "\n");
        if (!result.state().outputs().isEmpty()) {
            invocation.print("\n"
                    + new StateView(invocation.outStyle())
                            .outputs(result.state().outputs()));
        }
    }
}
