package dev.corbel.cli.command.operation;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.progress.ElapsedTime;
import dev.corbel.cli.progress.LiveProgress;
import dev.corbel.cli.progress.PlainProgress;
import dev.corbel.cli.render.Renderers;
import dev.corbel.cli.terminal.Width;
import dev.corbel.cli.view.ApplySummary;
import dev.corbel.planner.apply.ApplyListener;
import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.Plan;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** Renders an apply for people: lines in a pipe, a moving part in a terminal. */
final class ApplyText implements ApplyRenderer {
    private final Invocation invocation;
    private final String format;
    private final InstantSource clock;
    private Instant start;

    /** @param format in which the plan is shown */
    ApplyText(Invocation invocation, String format, InstantSource clock) {
        this.invocation = invocation;
        this.format = format;
        this.clock = clock;
        this.start = clock.instant();
    }

    @Override
    public void begin() {}

    @Override
    public void failed(List<Diagnostic> problems) {}

    @Override
    public void announce(Plan plan) {}

    @Override
    public void show(Plan plan) {
        new PlanReport(invocation).show(plan, format);
    }

    @Override
    public ApplyResult during(Plan plan, Function<ApplyListener, ApplyResult> apply) {
        start = clock.instant();
        if (!invocation.console().terminals().err()) {
            return apply.apply(new PlainProgress(invocation.console().err()));
        }
        int width = Width.of(invocation.console().variables());
        try (LiveProgress live = new LiveProgress(
                invocation.console().err(), invocation.errStyle(), width, LiveProgress.countOf(plan), clock)) {
            return apply.apply(live);
        }
    }

    @Override
    public void applied(Plan plan, ApplyResult result) {
        String line = ApplySummary.line(result, plan.mode());
        invocation.report(result.diagnostics());
        if (!result.succeeded()) {
            invocation.say("\n" + line + "\n" + ApplySummary.unfinished(result));
            return;
        }
        String time = ElapsedTime.text(Duration.between(start, clock.instant()));
        invocation.print("\n" + line + " Done in " + time + ".\n");
        if (!result.state().outputs().isEmpty()) {
            invocation.print("\n"
                    + invocation
                            .renderers()
                            .outputs(Renderers.TEXT)
                            .render(result.state().outputs()));
        }
    }
}
