package dev.corbel.cli.command.operation;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.render.Renderers;
import dev.corbel.planner.apply.ApplyListener;
import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.Plan;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** Renders an apply while it goes on, in one format. */
interface ApplyRenderer {

    /** The renderer of a format. */
    static ApplyRenderer of(String format, Invocation invocation) {
        return switch (format) {
            case Renderers.TEXT, Renderers.SUMMARY -> new ApplyText(invocation, format, InstantSource.system());
            case Renderers.JSON_LINES -> new ApplyEvents(invocation);
            default -> throw new IllegalArgumentException("no renderer for the format " + format);
        };
    }

    /** Tells that the command begins. */
    void begin();

    /** Tells of the problems that end the command; they are reported on stderr, too. */
    void failed(List<Diagnostic> problems);

    /** Tells of a plan that people saw when it was saved. */
    void announce(Plan plan);

    /** Shows a plan that was just made, with its problems. */
    void show(Plan plan);

    /** Shows the progress of an apply while it runs. */
    ApplyResult during(Plan plan, Function<ApplyListener, ApplyResult> apply);

    /** Tells of the result, with its problems. */
    void applied(Plan plan, ApplyResult result);
}
