package dev.corbel.cli.command.operation;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.invocation.Version;
import dev.corbel.cli.json.EventStream;
import dev.corbel.cli.view.ApplySummary;
import dev.corbel.planner.apply.ApplyListener;
import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** Renders an apply as JSON lines: its problems stand among the events, and on stderr for people. */
final class ApplyEvents implements ApplyRenderer {
    private final Invocation invocation;
    private final EventStream events;

    ApplyEvents(Invocation invocation) {
        this.invocation = invocation;
        this.events = new EventStream(invocation.console().out(), InstantSource.system());
    }

    @Override
    public void begin() {
        events.version(Version.current());
    }

    @Override
    public void failed(List<Diagnostic> problems) {
        problems.forEach(events::problem);
    }

    @Override
    public void announce(Plan plan) {
        events.planned(plan, "plan");
    }

    @Override
    public void show(Plan plan) {
        plan.diagnostics().forEach(events::problem);
        invocation.report(plan.diagnostics());
        events.planned(plan, "plan");
    }

    @Override
    public ApplyResult during(Plan plan, Function<ApplyListener, ApplyResult> apply) {
        return apply.apply(events);
    }

    @Override
    public void applied(Plan plan, ApplyResult result) {
        result.diagnostics().forEach(events::problem);
        invocation.report(result.diagnostics());
        events.applied(
                result, ApplySummary.line(result, plan.mode()), plan.mode() == PlanMode.DESTROY ? "destroy" : "apply");
    }
}
